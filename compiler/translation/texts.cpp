#include "translation/texts.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

namespace cadre::translation {

namespace {

using model::Model;

StringRef wordsOf(const model::Text& text) {
  return text.markdown.empty() ? text.plain : text.markdown;
}
StringRef wordsOf(const model::Translated& text) {
  return text.markdown.empty() ? text.plain : text.markdown;
}

const model::Translated* findIn(ArrayRef<model::Translated> all, StringRef language) {
  const auto* found = llvm::find_if(all, [&](const auto& it) { return it.language == language; });
  return found == all.end() ? nullptr : found;
}

/// The word of the list that bullets of a sort stand in.
StringRef listOf(model::StatementSort sort) {
  switch (sort) {
    case model::StatementSort::Knowledge: return "knowledge";
    case model::StatementSort::Skill: return "skills";
    case model::StatementSort::Ability: return "abilities";
    case model::StatementSort::Task: return "tasks";
  }
  llvm_unreachable("every sort has a list");
}

class Finder {
public:
  Finder(const Model& model, const Locks& locks) : model_(model) {
    for (const StringRef language : model.framework().translations) {
      const auto lock = locks.find(std::string_view(language));
      languages_.push_back({language, lock == locks.end() ? nullptr : &lock->second});
    }
  }

  std::vector<Text> run() {
    if (languages_.empty()) return {};
    const model::Tables& tables = model_.tables();
    common(model_.framework());
    each(tables.scales, [&](const model::Scale& it) {
      for (const model::LevelId level : it.levels) scaleLevel(it, model_[level]);
    });
    each(tables.kinds, [](const auto&) {});
    each(tables.categories, [](const auto&) {});
    each(tables.attributes, [](const auto&) {});
    each(tables.statements, [&](const model::Statement& it) {
      field({it.key, {}, {}}, "text", it.text);
    });
    each(tables.competencies, [&](const model::Competency& it) { competency(it); });
    each(tables.credentials, [](const auto&) {});
    each(tables.resources, [](const auto&) {});
    each(tables.families, [](const auto&) {});
    each(tables.profiles, [&](const model::Profile& it) { profile(it); });
    each(tables.paths, [](const auto&) {});
    each(tables.crosswalks, [](const auto&) {});
    llvm::stable_sort(out_, [](const Text& a, const Text& b) { return a.span < b.span; });
    return std::move(out_);
  }

private:
  struct Language {
    StringRef tag;
    const Lock* lock;
  };
  /// What a text is known by.
  enum class Identity : uint8_t { Field, Label, Position };
  /// The text whose versions are sought.
  struct Subject {
    StringRef words;
    std::string key;
    Span span;
    Home home;
    Identity identity = Identity::Field;
    bool isOptional = false;  ///< It may do without a translation.
  };

  template <class Record, class Visit>
  void each(const Table<Record>& table, Visit visit) {
    for (const Record& record : table) {
      if (record.framework != model_.framework().framework) continue;
      common(record);
      visit(record);
    }
  }

  /// Outputs show what an abstract profile is called, behind `extends`, and nothing that it is about.
  static bool isShown(const model::Declaration&) { return true; }
  static bool isShown(const model::Profile& profile) { return !profile.isAbstract; }

  template <class Record>
  void common(const Record& declaration) {
    declaration_ = &declaration;
    isDraft_ = declaration.status == model::Status::Draft &&
               model_.framework().status != model::Status::Draft;
    const Home home{declaration.key, {}, {}};
    field(home, "title", declaration.title);
    field(home, "about", declaration.about, !isShown(declaration));
  }

  void scaleLevel(const model::Scale& scale, const model::Level& level) {
    const Home home{scale.key, level.name, {}};
    if (level.title.isEmpty()) {
      // Its name is shown, and may read otherwise in another language.
      add({level.name, fieldKey(home, "title"), level.span, home, Identity::Field, true},
          level.title);
    } else {
      field(home, "title", level.title);
    }
    field(home, "about", level.about);
    bullets(home, level.descriptors, Labels::InLevel);
  }

  void competency(const model::Competency& it) {
    rubric({it.key, {}, {}}, it.rubric);
    for (const model::CompetencyLevel& level : it.levels) {
      const std::string name = nameOf(level.level);
      const Home home{it.key, name, {}};
      field(home, "title", level.title);
      field(home, "about", level.about);
      rubric(home, level.rubric);
    }
    statements(it, it.statements, {});
  }

  [[nodiscard]] std::string nameOf(const model::LevelValue& value) const {
    return value.number ? model::formatNumber(*value.number) : model_[value.level].name.str();
  }

  /// Statements that it has from what it extends are translated there.
  void profile(const model::Profile& it) {
    llvm::DenseSet<std::pair<uint32_t, uint32_t>> inherited;
    for (const model::ProfileId base : it.bases) {
      for (const model::StatementUse& use : model_[base].statements) {
        const Span place = use.bullet.text.span;
        if (!use.shared) inherited.insert({place.file.index(), place.begin});
      }
    }
    statements(it, it.statements, inherited);
  }

  void rubric(const Home& home, const model::Rubric& rubric) {
    bullets(home, rubric.indicators, Labels::InDeclaration);
    const auto list = [&](StringRef word, ArrayRef<model::Bullet> all) {
      bullets({home.declaration, home.level, word}, all, Labels::InDeclaration);
    };
    list("develop", rubric.develop);
    list("evidence", rubric.evidence);
    list("interview", rubric.interview);
  }

  void statements(const model::Declaration& declaration, ArrayRef<model::StatementUse> uses,
                  const llvm::DenseSet<std::pair<uint32_t, uint32_t>>& inherited) {
    size_t numbers[4] = {};
    for (const model::StatementUse& use : uses) {
      const Span place = use.bullet.text.span;
      if (use.shared || inherited.contains({place.file.index(), place.begin})) continue;
      bullet({declaration.key, {}, listOf(use.sort)}, use.bullet,
             ++numbers[static_cast<size_t>(use.sort)], Labels::InDeclaration);
    }
  }

  /// Where labels are unique.
  enum class Labels : uint8_t { InDeclaration, InLevel };

  void bullets(const Home& home, ArrayRef<model::Bullet> all, Labels labels) {
    for (size_t i = 0; i < all.size(); ++i) bullet(home, all[i], i + 1, labels);
  }

  void bullet(const Home& home, const model::Bullet& it, size_t number, Labels labels) {
    const StringRef words = wordsOf(it.text);
    const Span span = it.text.span;
    if (it.label.empty()) {
      add({words, bulletName(home, number), span, home, Identity::Position, isDraft_}, it.text,
          it.outdated);
    } else {
      const bool inLevel = labels == Labels::InLevel;
      std::string key = inLevel ? levelLabelKey(home, it.label) : labelKey(home, it.label);
      add({words, std::move(key), span, home, Identity::Label, isDraft_}, it.text);
    }
  }

  void field(const Home& home, StringRef name, const model::Text& text, bool isOptional = false) {
    if (text.isEmpty()) return;
    add({wordsOf(text), fieldKey(home, name), text.span, home, Identity::Field,
         isDraft_ || isOptional},
        text);
  }

  void add(Subject subject, const model::Text& text, ArrayRef<model::Translated> outdated = {}) {
    Text out{declaration_, {}, subject.words, subject.span, {}};
    std::optional<uint64_t> hash;
    for (const Language& language : languages_) {
      const model::Translated* found = findIn(text.translations, language.tag);
      const model::Translated* leftOut = findIn(outdated, language.tag);
      if (!found && !leftOut) {
        if (!subject.isOptional)
          out.versions.push_back({language.tag, State::Missing, {}, false, {}});
        continue;
      }
      if (!hash) hash = hashOf(subject.words);
      out.versions.push_back(version(subject, *hash, language, found ? *found : *leftOut));
      out.versions.back().isLeftOut = !found;
    }
    out.key = std::move(subject.key);
    if (!out.versions.empty()) out_.push_back(std::move(out));
  }

  static Version version(const Subject& subject, uint64_t hash, const Language& language,
                         const model::Translated& translated) {
    const bool isByPosition = subject.identity == Identity::Position;
    const std::string positional = subject.identity == Identity::Field
                                       ? std::string()
                                       : positionalKey(subject.home, wordsOf(translated));
    Version out{language.tag, State::Unrecorded, translated.span, false,
                isByPosition ? positional : subject.key};
    if (language.lock) out.state = stateOf(*language.lock, out.lockKey, positional, hash);
    return out;
  }

  /// A bullet that has got its label since it was recorded is still known by its translation.
  static State stateOf(const Lock& lock, StringRef key, StringRef positional, uint64_t hash) {
    ArrayRef<uint64_t> recorded = lock.find(key);
    if (recorded.empty()) recorded = lock.find(positional);
    if (recorded.empty()) return State::Unrecorded;
    return llvm::is_contained(recorded, hash) ? State::Current : State::Stale;
  }

  const Model& model_;
  llvm::SmallVector<Language, 4> languages_;
  const model::Declaration* declaration_ = nullptr;
  bool isDraft_ = false;
  std::vector<Text> out_;
};

}  // namespace

StringRef word(State state) {
  switch (state) {
    case State::Missing: return "missing";
    case State::Stale: return "stale";
    case State::Unrecorded: return "unrecorded";
    case State::Current: return "current";
  }
  llvm_unreachable("every state has a word");
}

const Version* Text::find(StringRef language) const {
  const auto* found =
      llvm::find_if(versions, [&](const auto& it) { return it.language == language; });
  return found == versions.end() ? nullptr : found;
}

std::vector<Text> findTexts(const model::Model& model, const Locks& locks) {
  return Finder(model, locks).run();
}

Tally count(ArrayRef<Text> texts, StringRef language) {
  Tally out;
  for (const Text& text : texts) {
    const Version* version = text.find(language);
    if (!version) continue;
    switch (version->state) {
      case State::Missing: ++out.missing; break;
      case State::Stale: ++out.stale; break;
      case State::Unrecorded: ++out.unrecorded; break;
      case State::Current: ++out.current; break;
    }
  }
  return out;
}

Lock acceptedLock(ArrayRef<Text> texts, StringRef language) {
  Lock out;
  for (const Text& text : texts) {
    const Version* version = text.find(language);
    if (version && version->state != State::Missing) out.add(version->lockKey, hashOf(text.words));
  }
  return out;
}

bool isOutdated(const Lock& lock, const Home& home, StringRef source, StringRef translation) {
  const ArrayRef<uint64_t> recorded = lock.find(positionalKey(home, translation));
  return !recorded.empty() && !llvm::is_contained(recorded, hashOf(source));
}

}  // namespace cadre::translation
