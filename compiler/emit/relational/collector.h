// The parts of collectRows: one Collector takes a publication and fills one Rows. Private to the
// folder. Its members are spread over collect_*.cpp by what they write.
#pragma once

#include "emit/relational/rows.h"

#include <llvm/ADT/StringSet.h>

namespace cadre::emit::relational {

class Collector {
public:
  Collector(const model::Publication& publication, Rows& rows);
  void run();

private:
  using Declaration = model::Declaration;
  using DeclKind = model::DeclKind;

  // What every declaration has (collect_declarations.cpp).
  void addShared(Word kind, const Declaration& declaration);
  void addLists(Word kind, const Declaration& declaration);
  void addAttributeValues(Word kind, const Declaration& declaration);
  void addSuccessions(Word kind, const Declaration& declaration);
  void addTranslations(Word kind, StringRef id, Word field, size_t position,
                       const model::Text& text);
  /// The values of the columns that all declarations with a title share, in their order.
  llvm::SmallVector<Value, 24> declared(const Declaration& declaration);
  /// The place of the next declaration of this table and framework, from 1.
  size_t nextPosition(model::FrameworkId framework);
  Value frameworkKey(model::FrameworkId id) const;
  Value retiredIn(const Declaration& declaration) const;
  /// The key of what `id` names; null where that is not published.
  template <class Record>
  Value keyOf(Id<Record> id) const {
    return publication_.contains(id) ? Value(model_[id].key) : Value();
  }

  // Frameworks, scales and the vocabulary (collect_vocabulary.cpp).
  void add(const model::Framework& framework);
  void addUses(const model::Framework& framework);
  void add(const model::Scale& scale);
  void add(const model::Kind& kind);
  void add(const model::Category& category);
  void add(const model::Family& family);
  void add(const model::Attribute& attribute);
  void add(const model::Statement& statement);
  void add(const model::Credential& credential);
  void add(const model::Crosswalk& crosswalk);
  void addLevel(const model::Scale& scale, const model::Level& level, size_t& descriptors);

  // Competencies and what develops them (collect_competencies.cpp).
  void add(const model::Competency& competency);
  void add(const model::Resource& resource);
  void addOffers(const model::Competency& competency);
  void addRubric(const model::Competency& competency, const model::LevelValue& level,
                 const model::Rubric& rubric);
  void addTexts(const model::Competency& competency, const model::LevelValue& level, Word sort,
                ArrayRef<model::Bullet> bullets, size_t& position);
  void addIndicator(const model::Competency& competency, const model::LevelValue& level,
                    size_t position, const model::Bullet& bullet);
  void addStatements(TableId table, Word kind, StringRef key, ArrayRef<model::StatementUse> uses);
  void addCredentials(TableId table, StringRef key, ArrayRef<model::CredentialUse> uses);

  // Profiles, rules and paths (collect_profiles.cpp).
  void add(const model::Profile& profile);
  void add(const model::Rule& rule);
  void add(const model::Path& path);
  void addChain(const model::Path& path, ArrayRef<model::ProfileId> chain, size_t& number);
  void addRequirement(const model::Profile& profile, const model::Requirement& requirement,
                      size_t position);
  void addOrigin(const model::Profile& profile, const model::Requirement& requirement,
                 const model::Origin& origin, size_t position);

  /// A level as the columns `level_id` and `level_value` say it. Both are null where the scale of
  /// the competency is not published.
  struct LevelColumns {
    Value id;
    Value number;
  };
  LevelColumns levelOf(const model::LevelValue& value) const;
  LevelColumns levelOf(const model::LevelValue& value, model::CompetencyId competency) const;

  /// Rows (key, id of what is published of `ids`, position).
  template <class Ids>
  void addReferences(TableId table, StringRef key, const Ids& ids) {
    size_t position = 0;
    for (const auto id : ids) {
      if (publication_.contains(id)) rows_[table].add(key, keyOf(id), ++position);
    }
  }
  template <class Record>
  void addAll();

  const model::Publication& publication_;
  const model::Model& model_;
  Rows& rows_;
  /// By framework (the last: none): how many declarations of the current table have been added.
  std::vector<size_t> positions_;
  llvm::StringSet<> indicatorKeys_;
  /// Texts of the current competency by sort: develop, evidence, interview.
  struct TextCounts {
    size_t develop = 0;
    size_t evidence = 0;
    size_t interview = 0;
  } texts_;
};

/// The words that a text is listed by: the title, or the last part of the name.
[[nodiscard]] StringRef titleOf(const model::Declaration& declaration);

/// The words of a text; null where it has none. Markup without words stands for itself.
[[nodiscard]] Value plainOf(const model::Text& text);
/// The text as Markdown where that says more than the words; else null.
[[nodiscard]] Value markdownOf(const model::Text& text);

}  // namespace cadre::emit::relational
