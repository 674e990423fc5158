#include "session/label.h"

#include "diag/kinds/sema.h"
#include "diag/kinds/session.h"
#include "parse/literals.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSet.h>

#include <fmt/format.h>

#include <map>

namespace cadre::session {

using llvm::ArrayRef;
using llvm::StringRef;

namespace {

using Bullets = llvm::SmallVector<const syntax::Bullet*, 8>;

/// The indicators of a block: its own bullets, not those of lists in it.
Bullets indicatorsOf(const syntax::Block* block) {
  Bullets out;
  if (!block) return out;
  for (const syntax::Item* item : block->items) {
    if (const auto* bullet = llvm::dyn_cast<syntax::Bullet>(item)) out.push_back(bullet);
  }
  return out;
}

bool hasLabel(const syntax::Bullet* bullet) { return !bullet->label.empty(); }

void collectLabels(const syntax::Block* block, llvm::StringSet<>& labels) {
  if (!block) return;
  for (const syntax::Item* item : block->items) {
    const auto* bullet = llvm::dyn_cast<syntax::Bullet>(item);
    if (bullet && hasLabel(bullet)) labels.insert(bullet->label);
    collectLabels(syntax::blockOf(*item), labels);
  }
}

bool areSame(const syntax::LevelRef& one, const syntax::LevelRef& other) {
  if (one.number && other.number) return one.number->value == other.number->value;
  if (one.number || other.number || one.isEmpty() || other.isEmpty()) return false;
  return one.name.last().text == other.name.last().text;
}

class Labeller {
public:
  Labeller(const Result& result, size_t fileCount)
      : model_(*result.model), files_(ArrayRef(result.files).take_front(fileCount)) {}

  std::vector<Edit> run() {
    for (const model::Competency& record : model_.tables().competencies)
      records_[record.span] = &record;
    eachItem<syntax::Translation>([&](const syntax::Translation& item) { collect(item); });
    eachItem<syntax::Competency>([&](const syntax::Competency& item) { labelCompetency(item); });
    return std::move(edits_);
  }

private:
  template <class Node, class Each>
  void eachItem(Each each) {
    for (const auto& file : files_) {
      for (const syntax::Item* item : file->items) {
        if (const auto* node = llvm::dyn_cast<Node>(item)) each(*node);
      }
    }
  }

  void collect(const syntax::Translation& translation) {
    if (!translation.block) return;
    for (const syntax::Item* item : translation.block->items) {
      const auto* competency = llvm::dyn_cast<syntax::Competency>(item);
      if (competency && competency->block)
        translations_[competency->name.text].push_back(competency->block);
    }
  }

  void labelCompetency(const syntax::Competency& competency) {
    const auto record = records_.find(competency.name.span);
    if (record == records_.end() || !competency.block) return;
    used_.clear();
    collectLabels(competency.block, used_);
    beginning_ = beginningOf(*record->second, initialsOf(competency.name.last().text));
    llvm::SmallVector<const syntax::Block*> translated;
    const auto add = [&](StringRef name) { llvm::append_range(translated, translations_[name]); };
    add(record->second->name);
    for (const StringRef old : record->second->was) add(old);

    labelList(competency.block, translated, beginning_ + "-");
    for (const syntax::Item* item : competency.block->items) {
      const auto* level = llvm::dyn_cast<syntax::Level>(item);
      if (!level) continue;
      llvm::SmallVector<const syntax::Block*> same;
      for (const syntax::Block* block : translated) {
        for (const syntax::Item* inner : block->items) {
          const auto* other = llvm::dyn_cast<syntax::Level>(inner);
          if (other && areSame(other->level, level->level)) same.push_back(other->block);
        }
      }
      labelList(level->block, same,
                fmt::format("{}-{}", beginning_, lettersOf(*record->second, level->level)));
    }
  }

  /// Labels the indicators of a block, and those that translate them by their position.
  void labelList(const syntax::Block* block, ArrayRef<const syntax::Block*> translated,
                 const std::string& stem) {
    const Bullets indicators = indicatorsOf(block);
    const bool byPosition = llvm::none_of(indicators, hasLabel);
    unsigned number = highestOf(stem);
    for (size_t i = 0; i < indicators.size(); ++i) {
      if (hasLabel(indicators[i])) continue;
      const std::string label = nextLabel(stem, number);
      insert(*indicators[i], label);
      if (!byPosition) continue;
      for (const syntax::Block* other : translated) {
        const Bullets bullets = indicatorsOf(other);
        if (i < bullets.size() && llvm::none_of(bullets, hasLabel)) insert(*bullets[i], label);
      }
    }
  }

  /// The highest number behind `stem` in this competency: what was labelled once and is gone since
  /// must not come back as something else.
  [[nodiscard]] unsigned highestOf(StringRef stem) const {
    unsigned highest = 0;
    for (const auto& entry : used_) {
      unsigned number = 0;
      StringRef rest = entry.getKey();
      if (rest.consume_front(stem) && !rest.getAsInteger(10, number))
        highest = std::max(highest, number);
    }
    return highest;
  }
  std::string nextLabel(const std::string& stem, unsigned& number) {
    while (true) {
      std::string label = fmt::format("{}{}", stem, ++number);
      if (used_.insert(label).second) return label;
    }
  }

  void insert(const syntax::Bullet& bullet, const std::string& label) {
    const uint32_t behindDash = bullet.span.begin + 1;
    edits_.push_back({{bullet.span.file, behindDash, behindDash}, fmt::format(" [{}]", label)});
  }

  /// The code of the competency, which people know it by, else its initials: unless labels of the
  /// competency begin with these already.
  [[nodiscard]] std::string beginningOf(const model::Competency& record,
                                        std::string initials) const {
    const StringRef code = record.code;
    // With the level and the number behind it, it must still be a label.
    constexpr size_t longest = 40;
    if (code.size() > longest || !parse::isLabel(code)) return initials;
    const auto begin = [&](StringRef with) {
      return llvm::any_of(used_, [&](const auto& entry) {
        StringRef label = entry.getKey();
        return label.consume_front(with) && label.starts_with("-");
      });
    };
    return begin(initials) && !begin(code) ? initials : code.str();
  }

  /// What stands for a level in labels: as many of its first letters as tell it from the others of
  /// its scale, or its number. A period sets off the number of the label from a digit.
  std::string lettersOf(const model::Competency& record, const syntax::LevelRef& level) const {
    std::string letters = level.number ? level.number->text.ltrim('+').str()
                                       : shortestPrefix(record, level.name.last().text);
    if (llvm::isDigit(letters.back())) letters += '.';
    return letters;
  }

  [[nodiscard]] std::string shortestPrefix(const model::Competency& record, StringRef name) const {
    for (size_t length = 0; length < name.size();) {
      length += unicode::decode(name, length).length;
      const StringRef prefix = name.take_front(length);
      const auto isOther = [&](model::LevelId id) {
        return model_[id].name != name && model_[id].name.starts_with_insensitive(prefix);
      };
      if (record.scale && llvm::none_of(model_[record.scale].levels, isOther)) return prefix.str();
    }
    return name.str();
  }

  const model::Model& model_;
  ArrayRef<std::unique_ptr<syntax::File>> files_;
  std::map<Span, const model::Competency*> records_;
  llvm::StringMap<llvm::SmallVector<const syntax::Block*>> translations_;
  llvm::StringSet<> used_;
  std::string beginning_;  ///< Of the labels of this competency.
  std::vector<Edit> edits_;
};

/// A label would tie a translation to the bullet at its position, which is not the one it was made
/// from.
void refuseOutdated(const model::Model& model, Diagnostics& diags) {
  const auto refuse = [&](const model::Rubric& rubric) {
    for (const model::Bullet& bullet : rubric.indicators) {
      for (const model::Translated& it : bullet.outdated) {
        diags.report(it.span, diag::LabelOfOutdated)
            .label(bullet.text.span, diag::StandsAtPosition)
            .help(diag::TranslateAnew, it.language);
      }
    }
  };
  for (const model::Competency& competency : model.tables().competencies) {
    if (model.isExternal(competency)) continue;
    refuse(competency.rubric);
    for (const model::CompetencyLevel& level : competency.levels) refuse(level.rubric);
  }
}

/// The labels of translated bullets without one, where that is all that is wrong and their order tells
/// which they are. None where anything else is wrong.
std::optional<std::vector<Edit>> labelsInOrder(const Diagnostics& found, ArrayRef<FileId> sources) {
  std::vector<Edit> out;
  for (const Diagnostic& it : found.all()) {
    if (it.severity != Severity::Error) continue;
    if (it.code != diag::TranslatedWithoutLabel.code || it.fixes.empty() ||
        !llvm::is_contained(sources, it.span.file))
      return std::nullopt;
    llvm::append_range(out, it.fixes.front().edits);
  }
  return out;
}

bool isUpper(StringRef letter) { return unicode::foldCase(letter) != letter; }

}  // namespace

std::string initialsOf(StringRef name) {
  constexpr size_t most = 4;
  std::string out;
  size_t count = 0;
  bool beginsWord = true;
  for (size_t at = 0; at < name.size() && count < most;) {
    const StringRef letter = name.substr(at, unicode::decode(name, at).length);
    at += letter.size();
    if (letter == "-" || letter == "_" || letter == ".") {
      beginsWord = true;
      continue;
    }
    if (beginsWord || isUpper(letter)) {
      out += letter.size() == 1 ? letter.upper() : letter.str();
      ++count;
    }
    beginsWord = false;
  }
  return out;
}

Labels findLabels(const SourceManager& sources, const Input& input) {
  Labels out;
  Result result = check(sources, input);
  auto inOrder = labelsInOrder(result.diagnostics, input.packages.front().sources);
  if (!result.model || !inOrder) {
    out.diagnostics = std::move(result.diagnostics);
    return out;
  }
  refuseOutdated(*result.model, out.diagnostics);
  if (out.diagnostics.hasErrors()) return out;
  out.edits = Labeller(result, input.packages.front().sources.size()).run();
  llvm::append_range(out.edits, *inOrder);
  llvm::sort(out.edits, [](const Edit& a, const Edit& b) { return a.span < b.span; });
  return out;
}

std::string insertLabels(StringRef text, FileId file, ArrayRef<Edit> edits) {
  std::string out;
  uint32_t copied = 0;
  const auto* edit =
      llvm::partition_point(edits, [&](const Edit& e) { return e.span.file < file; });
  for (; edit != edits.end() && edit->span.file == file; ++edit) {
    out += text.slice(copied, edit->span.begin);
    out += edit->replacement;
    copied = edit->span.begin;
  }
  out += text.substr(copied);
  return out;
}

}  // namespace cadre::session
