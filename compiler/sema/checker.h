// The state of one check: the tables under construction and how symbols map to them. Its functions
// stand in one source file a topic; each takes declarations, fills records and reports.
#pragma once

#include "diag/diagnostics.h"
#include "model/builder.h"
#include "resolve/failures.h"
#include "sema/sema.h"
#include "syntax/items.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>

#include <vector>

namespace cadre::sema {

using llvm::ArrayRef;
using llvm::SmallVector;
using llvm::SmallVectorImpl;
using llvm::StringRef;
using resolve::Symbol;
using resolve::SymbolId;
using resolve::SymbolKind;

/// The items of one block by their rows, after placement was checked.
class Items {
public:
  void add(syntax::ItemName name, const syntax::Item& item) { items_.push_back({name, &item}); }

  /// Calls `visit` with each item of a row, as its struct.
  template <class NodeType, class Visit>
  void each(syntax::ItemName name, Visit&& visit) const {
    for (const auto& [itemName, item] : items_) {
      if (itemName == name) visit(llvm::cast<NodeType>(*item));
    }
  }
  /// The first item of a row, or null.
  template <class NodeType>
  [[nodiscard]] const NodeType* find(syntax::ItemName name) const {
    for (const auto& [itemName, item] : items_) {
      if (itemName == name) return llvm::cast<NodeType>(item);
    }
    return nullptr;
  }
  /// The text of `about`, `code`, …, or null.
  [[nodiscard]] const syntax::Text* text(syntax::ItemName name) const {
    const auto* item = find<syntax::TextItem>(name);
    return item ? item->text : nullptr;
  }
  [[nodiscard]] const syntax::Identifier* word(syntax::ItemName name) const {
    const auto* item = find<syntax::WordItem>(name);
    return item && !item->value.text.empty() ? &item->value : nullptr;
  }

private:
  SmallVector<std::pair<syntax::ItemName, const syntax::Item*>, 8> items_;
};

/// One entry of a `translation` block: what it says of a declaration in another language.
struct TranslationEntry {
  StringRef language;
  StringRef name;  ///< What it translates.
  const syntax::Text* title = nullptr;
  const syntax::Block* block = nullptr;
  Span span;
};

/// What was reported of a competency: lines that refer to it are not judged by it.
struct CompetencyDoubts {
  bool scale = false;   ///< Its scale, or that it has none.
  bool levels = false;  ///< One of its levels: it may offer any.
};
/// What an attribute is `on`, and what was reported of it.
struct AttributeFacts {
  SmallVector<StringRef, 2> on;  ///< Declaring words.
  bool badType = false;
  bool badOwner = false;  ///< A word after `on`.

  [[nodiscard]] bool isMeantFor(StringRef owner) const {
    return (on.empty() && !badOwner) || llvm::is_contained(on, owner);
  }
};

/// The kind of symbol whose record is of `kind`, which is no framework and no rule.
constexpr SymbolKind symbolKind(model::DeclKind kind) {
  return static_cast<SymbolKind>(static_cast<uint8_t>(kind) - 1);
}

/// The lines of a profile or a rule, before inheritance.
struct OwnLines {
  struct Line {
    model::CompetencyId competency;
    model::LevelValue level;
    const syntax::Requires* source = nullptr;
    bool poisoned = false;  ///< Its level was reported.
  };
  struct Change {
    model::CompetencyId competency;
    model::LevelValue level;
    const syntax::Lowers* lowers = nullptr;
    const syntax::Drops* drops = nullptr;
    bool poisoned = false;

    [[nodiscard]] const syntax::QualifiedName& name() const {
      return lowers ? lowers->competency : drops->competency;
    }
  };
  SmallVector<Line, 8> requirements;
  SmallVector<Change, 2> changes;
  bool poisonedFamily = false;  ///< Its family was reported: its own, or that its bases disagree.
  SmallVector<model::AttributeId, 1> disputed;  ///< Attributes that its bases disagree on.
  bool open = false;            ///< A base or a line was reported: it may hold more than is known.
  bool circular = false;        ///< It extends itself, or what does.
};
struct RuleLines : OwnLines {
  bool openReach = false;  ///< Whom it is for was reported.
};

class Checker {
public:
  Checker(const resolve::Names& names, Diagnostics& diags, IsOutdated isOutdated);

  std::optional<model::Model> run();

private:
  using TextList = ArrayRef<TranslationEntry>;

  // checker.cpp: order of work, records for symbols
  void makeRecords();
  void makeRecord(SymbolId id);
  [[nodiscard]] model::Declaration* declarationOf(SymbolId id);
  template <class Record>
  Id<Record> idOf(SymbolId symbol) const {
    return symbol ? Id<Record>(recordOf_[symbol.index()]) : Id<Record>();
  }
  /// Resolves a name to a record; none, after a report, when it is no such declaration.
  template <class Record>
  Id<Record> resolve(const syntax::QualifiedName& name, SymbolKind kind) {
    const SymbolId found = names_.resolve(package_, name, kind, failures_);
    if (found) mentions_.push_back({current_, package_, found, &name});
    return idOf<Record>(found);
  }
  /// The same for a line that is told without what it names.
  template <class Record>
  Id<Record> resolveAside(const syntax::QualifiedName& name, SymbolKind kind) {
    return idOf<Record>(names_.resolve(package_, name, kind, failures_));
  }

  // blocks.cpp: which item stands where
  /// `inTranslation`: the block translates one of `owner`, and holds what a translation can say.
  Items itemsOf(const syntax::Block* block, syntax::Owner owner, bool inTranslation = false);
  void reportKept(const syntax::Item& item, syntax::Owner owner);
  void reportMisplaced(const syntax::Item& item, syntax::Owner owner);
  void checkTop(const syntax::File& file);
  void reportStray(const syntax::Item& item);

  // declarations.cpp: what every declaration has
  void fillIdentities();
  void fillFrameworks();
  void fillFramework(model::FrameworkId id, const syntax::Framework& framework);
  void checkVersion(const syntax::Text& version);
  void checkLanguage(const syntax::Identifier& language);
  void checkLicence(const syntax::Text& text);
  void fillDeclarations();
  void fillCommon(model::Declaration& declaration, model::DeclKind kind, const Items& items,
                  TextList texts);
  void fillIdentity(SymbolId id);
  void fillLifeCycle(model::Declaration& declaration, model::DeclKind kind, const Items& items);
  ArrayRef<model::Allow> allows(const Items& items);
  ArrayRef<model::AllowedChange> allowedChanges(const Items& items);
  void checkReason(const syntax::Text* because, Span place, StringRef word);
  void fillMatches(model::Declaration& declaration, const Items& items);
  void checkKeys();

  // translations.cpp: what translations hold
  void collectTranslations();
  [[nodiscard]] bool isListed(const syntax::Translation& translation) const;
  void reportUnlisted(const syntax::Translation& translation);
  void collectTranslation(const syntax::Translation& translation);
  void addEntry(StringRef language, const syntax::Item& item, SymbolId parent);
  void addFramework(const TranslationEntry& entry, const syntax::Item& item,
                    const syntax::QualifiedName& name);
  SymbolId translatedSymbol(const syntax::Item& item, const syntax::QualifiedName& name,
                            SymbolId parent);
  void checkEntry(const TranslationEntry& entry, const syntax::Item& item, SymbolId id);
  void checkAbout(const syntax::Block* block, const syntax::Item& original,
                  const syntax::QualifiedName& name);
  void checkLevel(const syntax::Level& level, syntax::Owner owner, SymbolId id);
  void reportTranslations();
  [[nodiscard]] TextList entriesOf(SymbolId id) const;

  // texts.cpp: texts and bullets
  model::Text text(const syntax::Text* source, bool plainOnly = false);
  model::Text title(const syntax::Text* source, TextList entries);
  void refuseEmpty(const syntax::Text& text, StringRef what);
  /// The text of an item such as `about`, with its translations.
  model::Text itemText(const Items& items, syntax::ItemName name, TextList entries);
  /// A text and what `find` finds in its translations.
  model::Text translatedText(const syntax::Text* source,
                             llvm::function_ref<const syntax::Text*(const TranslationEntry&)> find,
                             TextList entries);
  /// Where in a block bullets stand.
  enum class Place { Direct, Develop, Evidence, Interview, Knowledge, Skills, Abilities, Tasks };
  /// What bullets belong to: labels are unique in it, and their keys begin with its key.
  struct BulletOwner {
    StringRef key;
    StringRef name;
    StringRef level;
    Span place;                   ///< The name of the level, or of the declaration.
    const syntax::Block* block;   ///< Of the declaration.
    llvm::StringMap<Span>& labels;
    llvm::StringMap<unsigned>& hashes;
    StringRef levelName = {};  ///< What identifies the level: its name or number.
  };
  /// A list of bullets, and where each was translated into which language.
  struct Bullets {
    Place place = Place::Direct;
    SmallVector<model::Bullet, 8> all;
    SmallVector<SmallVector<std::pair<StringRef, Span>, 1>, 8> places;
    llvm::StringMap<size_t> byLabel;
  };
  /// A block in another language.
  struct Translation {
    StringRef language;
    const syntax::Block* block = nullptr;
    Span place;  ///< What it translates.
  };
  using TranslationList = SmallVector<Translation, 2>;
  static SmallVector<const syntax::Bullet*, 8> bulletsAt(const syntax::Block* block, Place place);
  ArrayRef<model::Bullet> bullets(const syntax::Block* block, Place place, const BulletOwner& owner,
                                  const TranslationList& translated);
  StringRef bulletKey(const syntax::Bullet& source, const BulletOwner& owner);
  static StringRef listWord(Place place);
  static Span listAt(const syntax::Block* block, Place place);
  void translateBullets(Bullets& out, const Translation& translation,
                        ArrayRef<const syntax::Bullet*> translated, const BulletOwner& owner);
  void translateByLabel(Bullets& out, StringRef language,
                        ArrayRef<const syntax::Bullet*> translated, const BulletOwner& owner);
  void reportUnlabelled(const Bullets& out, StringRef language,
                        ArrayRef<const syntax::Bullet*> translated, const BulletOwner& owner);
  [[nodiscard]] bool isOutdated(const Bullets& out, size_t index, StringRef language,
                                const syntax::Bullet& translated, const BulletOwner& owner) const;
  void reportLabel(const Bullets& out, const syntax::Bullet& bullet, const BulletOwner& owner,
                   ArrayRef<const syntax::Bullet*> translated);
  void translateByPosition(Bullets& out, StringRef language,
                           ArrayRef<const syntax::Bullet*> translated, const BulletOwner& owner);
  bool translateBullet(Bullets& out, size_t index, StringRef language,
                       const syntax::Bullet& source, bool outdated = false);
  static TranslationList blocksOf(TextList entries);
  /// The blocks that translate `level` of a scale or competency.
  static TranslationList levelBlocks(TextList entries, const syntax::LevelRef& level);
  /// The entries as those of that level: its titles and blocks.
  static SmallVector<TranslationEntry, 2> levelEntries(TextList entries,
                                                       const syntax::LevelRef& level);
  StringRef keep(StringRef text) { return builder_.arena().copy(text); }

  // scales.cpp: scales, kinds, categories, attributes, crosswalks, level values
  void fillScale(SymbolId id, const syntax::Scale& scale);
  void fillLevels(model::ScaleId id, const Items& items, TextList texts);
  model::LevelId fillLevel(model::ScaleId id, const syntax::Level& source, uint32_t ordinal,
                           TextList texts);
  void reportNumberedLevel(model::ScaleId id, const Items& items);
  void fillKind(SymbolId id, const syntax::Kind& kind);
  void fillParents(SymbolId id);
  void fillCrosswalk(SymbolId id, const syntax::Crosswalk& crosswalk);
  /// A row of a crosswalk and what it says.
  struct CrosswalkRow {
    model::Crosswalk::Pair pair;
    const syntax::Steps* source = nullptr;
  };
  std::optional<CrosswalkRow> crosswalkRow(const model::Crosswalk& record,
                                           const syntax::Steps& source);
  void checkFalls(const model::Crosswalk& record, ArrayRef<CrosswalkRow> rows);
  void checkGaps(const model::Crosswalk& record, const syntax::Crosswalk& crosswalk);
  /// A level reference as a value on `scale`; nothing after a report.
  std::optional<model::LevelValue> levelOn(model::ScaleId scale, const syntax::LevelRef& ref);
  /// The same for a competency, which must offer the level. `word` is `at` or `to`.
  std::optional<model::LevelValue> levelOf(model::CompetencyId competency,
                                           const syntax::LevelRef* ref, Span place, StringRef word);
  /// The level of a scale with a name; none without.
  [[nodiscard]] model::LevelId findLevel(model::ScaleId scale, StringRef name) const;
  void reportNotOnScale();
  [[nodiscard]] double rank(const model::LevelValue& value) const;
  [[nodiscard]] std::string display(const model::LevelValue& value) const;
  [[nodiscard]] std::string listLevels(model::ScaleId scale) const;

  // attributes.cpp
  void fillAttribute(SymbolId id, const syntax::Attribute& attribute);
  void fillAttributeOwners(SymbolId id, const syntax::Attribute& attribute);
  void fillAttributeType(model::Attribute& record, const syntax::AttributeType& type);
  bool checkTypeParts(const syntax::AttributeType& type, model::AttributeType known);
  void fillValues(model::Attribute& record, const syntax::AttributeType& type);
  void fillPattern(model::Attribute& record, const syntax::Text& pattern);
  ArrayRef<model::AttributeValue> attributes(const Items& items, StringRef owner);
  std::optional<model::AttributeValue> attributeValue(const syntax::AttributeValue& source,
                                                      StringRef owner);
  bool readValue(const syntax::AttributeValue& source, const model::Attribute& attribute,
                 model::AttributeValue& out);
  void checkRequiredAttributes();
  void checkRequiredAttributes(const model::Declaration& record, const syntax::Item& item,
                               StringRef owner, model::ProfileId profile);
  [[nodiscard]] StringRef ownerWord(SymbolId id) const;
  /// Whether a line of the declaration gives the attribute, or is misspelt and may have meant it.
  [[nodiscard]] bool mayMention(const syntax::Item& declaration, model::FrameworkId framework,
                                model::AttributeId attribute) const;
  [[nodiscard]] bool mayMention(model::ProfileId id, model::AttributeId attribute) const;
  /// Whether what makes a profile lack the attribute was reported: in it, or in a base.
  [[nodiscard]] bool lacksReported(model::ProfileId id, model::AttributeId attribute) const;

  // competencies.cpp: competencies, statements, credentials, resources
  void fillStatement(SymbolId id, const syntax::Statement& statement);
  void fillCredential(SymbolId id, const syntax::Credential& credential);
  void fillResource(SymbolId id, const syntax::Resource& resource);
  void fillCompetencyHead(SymbolId id, const syntax::Competency& competency);
  void fillCompetencyKind(model::Competency& record, const syntax::Competency& competency);
  void fillCompetencyScale(model::CompetencyId id, const syntax::Block& block);
  void fillCompetencyLevels(model::CompetencyId id, const syntax::Block& block);
  void fillCompetencyBody(SymbolId id, const syntax::Competency& competency);
  void fillCompetencyLevel(const syntax::Level& level, TextList texts, const BulletOwner& owner,
                           model::CompetencyLevel& out);
  model::Rubric rubric(const syntax::Block* block, const BulletOwner& owner,
                       const TranslationList& translated);
  ArrayRef<model::StatementUse> statementUses(const Items& items, const syntax::Block* block,
                                              const BulletOwner& owner,
                                              const TranslationList& translated);
  ArrayRef<model::CredentialUse> credentialUses(const Items& items);
  void fillPartOf(model::Competency& record, const syntax::PartOf& item);
  void checkPartOf();
  /// The address of a credential or a resource.
  StringRef url(const Items& items);

  // profiles.cpp: profiles, rules, paths; effective.cpp: inheritance
  void fillProfile(SymbolId id, const syntax::Profile& profile);
  void fillRules();
  void fillRule(const syntax::EveryProfile& source, unsigned number);
  void fillPath(SymbolId id, const syntax::Path& path);
  /// The profile at an end of a step; none after a report.
  model::ProfileId stepEnd(const syntax::LevelRef& end);
  /// A step of a path, from one profile to the next.
  struct PathStep {
    model::ProfileId from;
    model::ProfileId to;
    Span place;  ///< Where it ends.
  };
  void checkPathCycle(const model::Path& record, ArrayRef<PathStep> steps);
  /// `A -> B -> A`
  static std::string drawCircle(ArrayRef<const model::Declaration*> members);
  OwnLines::Line requirementLine(const syntax::Requires& source);
  OwnLines::Change loweringLine(const syntax::Lowers& source);
  void refuseTwice(OwnLines& lines);
  void computeEffective();

  // continuations.cpp: lines of bullets that read as items
  void checkContinuations();
  void checkContinuations(const syntax::Block& block, SymbolId id,
                          SmallVectorImpl<syntax::Owner>& around);
  void poisonSwallower(SymbolId id);

  // lifecycle.cpp
  void checkLifeCycle();
  void checkSuccessor(SymbolId id);
  void checkReplaces();
  void checkRetired(const model::Profile& profile, bool ownLines, llvm::DenseSet<uint64_t>& reported);
  void collectLines();
  void checkDrafts();
  [[nodiscard]] bool isLeftOut(const model::Declaration& record) const;
  [[nodiscard]] const syntax::Requires* lineOf(const model::Origin& origin) const;

  friend class Inheritance;
  friend class LineReader;

  const resolve::Names& names_;
  Diagnostics& diags_;
  IsOutdated isOutdated_;
  resolve::Failures failures_;
  model::ModelBuilder builder_;
  model::Tables& tables_;
  uint32_t package_ = 0;  ///< Whose declarations are being checked.
  SymbolId current_;      ///< The declaration that is being filled; none in a rule or a framework.
  /// A name in the text of a declaration, and what it stands for.
  struct Mention {
    SymbolId from;
    uint32_t package;
    SymbolId to;
    const syntax::QualifiedName* name;
  };
  [[nodiscard]] bool isBase(const Mention& mention) const;
  std::vector<Mention> mentions_;
  llvm::DenseSet<const syntax::Item*> swallowers_;  ///< A bullet of theirs swallowed an item.
  std::vector<uint32_t> recordOf_;
  std::vector<SmallVector<TranslationEntry, 1>> translations_;  ///< By symbol.
  std::vector<SmallVector<TranslationEntry, 1>> frameworkTranslations_;
  llvm::DenseMap<uint32_t, SymbolId> profileSymbol_;
  std::vector<OwnLines> ownLines_;    ///< By profile.
  std::vector<RuleLines> ruleLines_;  ///< By rule.
  std::vector<CompetencyDoubts> competencyDoubts_;
  std::vector<AttributeFacts> attributeFacts_;
  std::vector<bool> openScale_;         ///< By scale: one of its levels was reported.
  /// A name in a translation that stands for nothing.
  struct Untranslatable {
    uint32_t package;
    const syntax::Item* item;
    StringRef name;  ///< With its parents.
    Span place;
  };
  std::vector<Untranslatable> untranslatable_;
  /// A level in a translation, which is looked for once the originals are known.
  struct TranslatedLevel {
    const syntax::Level* level;
    syntax::Owner owner;
    SymbolId id;
  };
  std::vector<TranslatedLevel> translatedLevels_;
  /// Levels that their scale does not have, by scale and name.
  llvm::MapVector<std::pair<uint32_t, StringRef>, SmallVector<Span, 1>> notOnScale_;
  llvm::DenseMap<uint64_t, const syntax::Requires*> lines_;  ///< By place.
  unsigned labelSearches_ = 200;      ///< How often a label that is not there is still looked for.
  llvm::DenseMap<uint32_t, llvm::StringMap<model::LevelId>> levelNames_;  ///< By scale.
  std::vector<bool> badDefaultScale_;  ///< By package: the framework's scale was reported.
};

}  // namespace cadre::sema
