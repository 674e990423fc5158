// A line that continues a bullet, but reads as an item of names that are declared (`tasks T0023`,
// `requires Hygiene at Novice`), was hardly meant as prose. What has quotes or a brace behind its word
// is found without names, where bullets are read.
#include "diag/kinds/parse.h"
#include "sema/checker.h"
#include "sema/formats.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

namespace {

/// The words, texts and commas of a line, up to a comment.
SmallVector<StringRef, 8> partsOf(StringRef line) {
  SmallVector<StringRef, 8> out;
  for (line = line.ltrim(" \t"); !line.empty(); line = line.ltrim(" \t")) {
    if (line.starts_with("//")) break;
    size_t length = std::min(line.size(), line.find_first_of(" \t,\""));
    if (line.front() == ',') length = 1;
    if (line.front() == '"') length = std::min(line.size(), line.find('"', 1) + 1);
    if (length == 0) return {};
    out.push_back(line.take_front(length));
    line = line.drop_front(length);
  }
  return out;
}

}  // namespace

/// Reads one line as an item of one of the blocks around it.
class LineReader {
public:
  LineReader(Checker& checker, SymbolId id, ArrayRef<Owner> around, StringRef line)
      : checker_(checker), id_(id), around_(around), parts_(partsOf(line)) {}

  bool isItem() {
    if (parts_.size() < 2) return false;
    const StringRef word = next();
    return (readItem(word) || isAttribute(word)) && at_ == parts_.size();
  }

private:
  bool readItem(StringRef word) {
    using syntax::StatementSort;
    if (word == "knowledge") return areStatements(StatementSort::Knowledge);
    if (word == "skills") return areStatements(StatementSort::Skill);
    if (word == "abilities") return areStatements(StatementSort::Ability);
    if (word == "tasks") return areStatements(StatementSort::Task);
    if (word == "in") return fits(ItemName::Membership) && areNames(SymbolKind::Category);
    if (word == "part")
      return fits(ItemName::PartOf) && takes("of") && areNames(SymbolKind::Competency);
    if (word == "family") return fits(ItemName::ProfileFamily) && isName(SymbolKind::Family);
    if (word == "credential")
      return fits(ItemName::CredentialUse) && isName(SymbolKind::Credential) && mayImportance();
    if (word == "scale") return fits(ItemName::DefaultScale) && isName(SymbolKind::Scale);
    if (word == "level") return fits(ItemName::Level) && isLevel(competency());
    if (word == "status")
      return fits(ItemName::Status) && (takes("draft") || takes("published") || takes("retired"));
    if (word == "reviewed") return fits(ItemName::Reviewed) && isDate(next());
    if (word == "replaces") return fits(ItemName::Replaces) && areNames(std::nullopt);
    if (word == "requires") return fits(ItemName::Requires) && isRequirement();
    if (word == "lowers") return fits(ItemName::Lowers) && isLowering();
    if (word == "drops")
      return fits(ItemName::Drops) && isName(SymbolKind::Competency) && mayReason();
    return false;
  }

  bool isRequirement() {
    if (!isName(SymbolKind::Competency)) return false;
    const auto competency = checker_.idOf<model::Competency>(found_);
    if (takes("at") && !isLevel(competency)) return false;
    if (!mayImportance()) return false;
    if (takes("weight") && !isNumber(next())) return false;
    return mayReason();
  }

  bool isLowering() {
    if (!isName(SymbolKind::Competency) || !takes("to")) return false;
    const auto competency = checker_.idOf<model::Competency>(found_);
    const size_t behind = at_;
    if (!isLevel(competency)) at_ = behind;
    return mayImportance() && at_ > behind && mayReason();
  }

  bool isAttribute(StringRef word) {
    at_ = 1;
    found_ = find(word);
    if (!found_ || checker_.names_[found_].kind != SymbolKind::Attribute) return false;
    const auto id = checker_.idOf<model::Attribute>(found_);
    const bool meant = checker_.attributeFacts_[id.index()].isMeantFor(checker_.ownerWord(id_));
    if (!meant || !fits(ItemName::AttributeValue)) return false;
    const model::Attribute& attribute = checker_.tables_.attributes[id];
    const StringRef value = next();
    switch (attribute.type) {
      case model::AttributeType::Text:
      case model::AttributeType::Url: return isText(value);
      case model::AttributeType::Number: return isNumber(value);
      case model::AttributeType::Boolean: return value == "true" || value == "false";
      case model::AttributeType::Date: return isDate(value);
      case model::AttributeType::OneOf: return llvm::is_contained(attribute.values, value);
    }
    llvm_unreachable("every type has values");
  }

  /// Whether a block around the bullet takes the item.
  [[nodiscard]] bool fits(ItemName item) const {
    return llvm::any_of(around_, [&](Owner owner) {
      return syntax::contains(syntax::row(item).owners, owner);
    });
  }

  StringRef next() { return at_ < parts_.size() ? parts_[at_++] : StringRef(); }
  bool takes(StringRef word) {
    const bool there = at_ < parts_.size() && parts_[at_] == word;
    if (there) ++at_;
    return there;
  }

  [[nodiscard]] SymbolId find(StringRef text) const {
    const std::string name = unicode::toNfc(text);
    syntax::QualifiedName whole;
    whole.text = name;
    return checker_.names_.lookUp(checker_.names_[id_].package, whole).symbol;
  }
  bool isName(std::optional<SymbolKind> kind) {
    found_ = find(next());
    return found_ && (!kind || checker_.names_[found_].kind == *kind);
  }
  bool areNames(std::optional<SymbolKind> kind) {
    do {
      if (!isName(kind)) return false;
    } while (takes(","));
    return true;
  }
  bool areStatements(syntax::StatementSort sort) {
    if (!fits(ItemName::StatementUse)) return false;
    do {
      if (!isName(SymbolKind::Statement)) return false;
      if (llvm::cast<syntax::Statement>(checker_.names_[found_].item)->sort != sort) return false;
    } while (takes(","));
    return true;
  }

  [[nodiscard]] model::CompetencyId competency() const {
    const bool is = checker_.names_[id_].kind == SymbolKind::Competency;
    return is ? checker_.idOf<model::Competency>(id_) : model::CompetencyId();
  }
  bool isLevel(model::CompetencyId competency) {
    const StringRef word = next();
    const model::ScaleId scale =
        competency ? checker_.tables_.competencies[competency].scale : model::ScaleId();
    if (!scale) return false;
    if (checker_.tables_.scales[scale].kind == model::ScaleKind::Numeric) return isNumber(word);
    return checker_.findLevel(scale, unicode::toNfc(word)).isValid();
  }
  bool mayImportance() {
    for (const StringRef word : {"essential", "desired", "optional"}) {
      if (takes(word)) break;
    }
    return true;
  }
  bool mayReason() { return !takes("because") || isText(next()); }

  static bool isText(StringRef part) {
    return part.size() > 1 && part.front() == '"' && part.back() == '"';
  }
  static bool isNumber(StringRef part) {
    double value = 0;
    return llvm::isDigit(part.empty() ? ' ' : part.back()) && !part.getAsDouble(value);
  }
  /// `2026-03-01`
  static bool isDate(StringRef part) {
    if (part.size() != 10) return false;
    for (size_t i = 0; i < part.size(); ++i) {
      if (i == 4 || i == 7 ? part[i] != '-' : !llvm::isDigit(part[i])) return false;
    }
    return true;
  }

  Checker& checker_;
  SymbolId id_;
  ArrayRef<Owner> around_;
  SmallVector<StringRef, 8> parts_;
  size_t at_ = 0;
  SymbolId found_;  ///< What the last name stands for.
};

void Checker::checkContinuations() {
  for (uint32_t i = 0; i < names_.symbols().size(); ++i) {
    const SymbolId id(i);
    const syntax::Item& item = *names_[id].item;
    const syntax::Block* block = syntax::blockOf(item);
    if (!block) continue;
    SmallVector<Owner, 4> around;
    switch (item.nodeKind) {
      case syntax::NodeKind::Scale: around.push_back(Owner::Scale); break;
      case syntax::NodeKind::Competency: around.push_back(Owner::Competency); break;
      case syntax::NodeKind::Profile: around.push_back(Owner::Profile); break;
      default: continue;
    }
    checkContinuations(*block, id, around);
  }
}

void Checker::checkContinuations(const syntax::Block& block, SymbolId id,
                                 SmallVectorImpl<Owner>& around) {
  for (const syntax::Item* item : block.items) {
    if (const auto* bullet = llvm::dyn_cast<syntax::Bullet>(item)) {
      const auto* const line = llvm::find_if(bullet->continuations, [&](const auto& one) {
        return LineReader(*this, id, around, one.text).isItem();
      });
      if (line == bullet->continuations.end()) continue;
      diags_.report(line->span, diag::ContinuationLooksLikeItem)
          .label({bullet->span.file, bullet->span.begin, bullet->span.begin + 1}, diag::BulletAbove)
          .help(diag::IndentLikeBullet);
      poisonSwallower(id);
      continue;
    }
    const syntax::Block* inner = syntax::blockOf(*item);
    if (!inner) continue;
    const bool isLevel = item->nodeKind == syntax::NodeKind::Level;
    const bool ofScale = around.front() == Owner::Scale;
    if (!isLevel && !llvm::isa<syntax::BulletList, syntax::Statement>(item)) continue;
    around.push_back(!isLevel ? Owner::Bullets : ofScale ? Owner::ScaleLevel : Owner::CompetencyLevel);
    checkContinuations(*inner, id, around);
    around.pop_back();
  }
}

/// What the declaration seems to lack may stand in the bullet.
void Checker::poisonSwallower(SymbolId id) {
  swallowers_.insert(names_[id].item);
  if (names_[id].kind == SymbolKind::Competency) {
    competencyDoubts_[idOf<model::Competency>(id).index()].levels = true;
  } else if (names_[id].kind == SymbolKind::Profile) {
    OwnLines& own = ownLines_[idOf<model::Profile>(id).index()];
    own.open = true;
    own.poisonedFamily |= !tables_.profiles[idOf<model::Profile>(id)].family;
  }
}

}  // namespace cadre::sema
