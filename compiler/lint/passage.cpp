#include "lint/passage.h"

#include <llvm/ADT/DenseSet.h>

namespace cadre::lint {

namespace {

using model::Bullet;
using model::DeclKind;

/// Of a text that nobody would read to the end, as much as tells what is wrong with it: some looks take the
/// square of its words.
StringRef beginningOf(StringRef plain) {
  constexpr size_t most = size_t{16} * 1024;
  if (plain.size() <= most) return plain;
  size_t end = plain.rfind(' ', most);
  if (end == StringRef::npos) {
    // No character is cut in two.
    end = most;
    while (end > 0 && (static_cast<unsigned char>(plain[end]) & 0xC0U) == 0x80U) --end;
  }
  return plain.take_front(end);
}

/// Walks the texts of the tables.
class Walker {
public:
  using Wanted = llvm::function_ref<bool(Role, StringRef)>;
  Walker(const model::Model& model, Stretch stretch, Lexica* lexica, Wanted wanted,
         llvm::function_ref<void(const Passage&)> visit)
      : model_(model), stretch_(stretch), lexica_(lexica), wanted_(wanted), visit_(visit) {}

  void run() {
    const model::Tables& tables = model_.tables();
    own(tables.frameworks, DeclKind::Framework, [](const auto&) {});
    own(tables.scales, DeclKind::Scale, [&](const model::Scale& scale) { levels(scale); });
    own(tables.kinds, DeclKind::Kind, [](const auto&) {});
    own(tables.categories, DeclKind::Category, [](const auto&) {});
    own(tables.attributes, DeclKind::Attribute, [](const auto&) {});
    own(tables.statements, DeclKind::Statement,
        [&](const model::Statement& it) { text(roleOf(it.sort), it.text); });
    own(tables.competencies, DeclKind::Competency, [&](const model::Competency& it) { competency(it); });
    own(tables.credentials, DeclKind::Credential, [](const auto&) {});
    own(tables.resources, DeclKind::Resource, [](const auto&) {});
    own(tables.families, DeclKind::Family, [](const auto&) {});
    own(tables.profiles, DeclKind::Profile, [&](const model::Profile& it) { uses(it.statements); });
    own(tables.paths, DeclKind::Path, [](const auto&) {});
    own(tables.crosswalks, DeclKind::Crosswalk, [](const auto&) {});
  }

private:
  template <class Record, class More>
  void own(const Table<Record>& table, DeclKind kind, More more) {
    for (const Record& record : table) {
      const size_t place = next_++;
      if (place < stretch_.begin || place >= stretch_.end) continue;
      if (!record.framework.isValid() || model_.isExternal(record)) continue;
      now_ = {};
      now_.owner = &record;
      now_.ownerKind = kind;
      if constexpr (std::is_same_v<Record, model::Competency>) now_.competency = &record;
      text(Role::Title, record.title);
      text(Role::About, record.about);
      more(record);
    }
  }

  void levels(const model::Scale& scale) {
    for (const model::LevelId id : scale.levels) {
      const model::Level& level = model_[id];
      text(Role::Title, level.title);
      text(Role::About, level.about);
      bullets(Role::Descriptor, level.descriptors);
    }
  }

  void competency(const model::Competency& it) {
    rubric(it.rubric);
    for (const model::CompetencyLevel& level : it.levels) {
      now_.level = &level;
      text(Role::Title, level.title);
      text(Role::About, level.about);
      rubric(level.rubric);
    }
    now_.level = nullptr;
    uses(it.statements);
  }

  void rubric(const model::Rubric& rubric) {
    bullets(Role::Indicator, rubric.indicators);
    bullets(Role::Develop, rubric.develop);
    bullets(Role::Evidence, rubric.evidence);
    bullets(Role::Interview, rubric.interview);
  }

  void uses(ArrayRef<model::StatementUse> statements) {
    for (const model::StatementUse& use : statements) {
      if (use.shared) continue;
      // A profile's statements hold those that it inherits.
      const Span place = use.bullet.text.span;
      if (!place.isValid() || !seen_.insert({place.file.index(), place.begin}).second) continue;
      bullet(roleOf(use.sort), use.bullet);
    }
  }

  void bullets(Role role, ArrayRef<Bullet> all) {
    for (const Bullet& one : all) bullet(role, one);
  }
  void bullet(Role role, const Bullet& one) {
    now_.bullet = &one;
    text(role, one.text);
    now_.bullet = nullptr;
  }

  static Role roleOf(model::StatementSort sort) {
    switch (sort) {
      case model::StatementSort::Knowledge: return Role::Knowledge;
      case model::StatementSort::Skill: return Role::Skill;
      case model::StatementSort::Ability: return Role::Ability;
      case model::StatementSort::Task: return Role::Task;
    }
    llvm_unreachable("every sort has a case");
  }

  void text(Role role, const model::Text& text) {
    now_.role = role;
    now_.source = &text;
    show(model_.framework().language, false, text.plain, text.span);
    for (const model::Translated& it : text.translations) show(it.language, true, it.plain, it.span);
  }

  void show(StringRef language, bool isTranslation, StringRef plain, Span span) {
    if (plain.empty() || !span.isValid() || !wanted_(now_.role, language)) return;
    now_.language = language;
    now_.isTranslation = isTranslation;
    now_.plain = plain;
    now_.span = span;
    now_.lexicon = lexica_ ? lexica_->find(language) : nullptr;
    now_.text = nullptr;
    if (now_.lexicon) {
      text_.read(beginningOf(plain), *now_.lexicon);
      now_.text = &text_;
    }
    visit_(now_);
  }

  const model::Model& model_;
  Stretch stretch_;
  size_t next_ = 0;  ///< The place of the next declaration.
  Lexica* lexica_;  ///< Null: words are not asked for.
  Wanted wanted_;
  llvm::function_ref<void(const Passage&)> visit_;
  Passage now_;
  prose::Text text_;
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> seen_;
};

bool takeAll(Role, StringRef) { return true; }

}  // namespace

prose::Lexicon* Lexica::find(StringRef language) {
  for (const auto& [tag, lexicon] : opened_) {
    if (tag == language) return lexicon.get();
  }
  std::unique_ptr<prose::Lexicon> opened = shared_ ? shared_->share(language) : prose::Lexicon::open(language);
  return opened_.emplace_back(language.str(), std::move(opened)).second.get();
}

std::unique_ptr<prose::Lexicon> Lexica::share(StringRef language) {
  const std::scoped_lock lock(mutex_);
  const prose::Lexicon* const own = find(language);
  return own ? own->share() : nullptr;
}

std::vector<Stretch> stretchesOf(const model::Model& model, size_t count) {
  const model::Tables& tables = model.tables();
  const size_t before = tables.frameworks.size() + tables.scales.size() + tables.kinds.size() +
                        tables.categories.size() + tables.attributes.size() + tables.statements.size() +
                        tables.competencies.size() + tables.credentials.size() + tables.resources.size() +
                        tables.families.size();
  const size_t all = before + tables.profiles.size() + tables.paths.size() + tables.crosswalks.size();
  std::vector<Stretch> out;
  size_t begin = 0;
  for (size_t i = 1; i <= count; ++i) {
    // What profiles inherit is visited once: one walk has them all.
    const size_t even = all * i / count;
    const size_t end = i == count ? all : std::min(even, before);
    if (end <= begin && i != count) continue;
    out.push_back({begin, end});
    begin = end;
  }
  return out;
}

void eachPassage(const model::Model& model, Lexica& lexica, llvm::function_ref<void(const Passage&)> visit) {
  eachPassage(model, lexica, takeAll, visit);
}

void eachPassage(const model::Model& model, Stretch stretch, Lexica& lexica,
                 llvm::function_ref<void(const Passage&)> visit) {
  Walker(model, stretch, &lexica, takeAll, visit).run();
}

void eachPassage(const model::Model& model, Lexica& lexica, llvm::function_ref<bool(Role, StringRef)> wanted,
                 llvm::function_ref<void(const Passage&)> visit) {
  Walker(model, {}, &lexica, wanted, visit).run();
}

void eachText(const model::Model& model, llvm::function_ref<void(const Passage&)> visit) {
  Walker(model, {}, nullptr, takeAll, visit).run();
}

}  // namespace cadre::lint
