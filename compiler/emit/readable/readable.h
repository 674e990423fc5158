// What the outputs share that write tables and pages for people: titles and words, profiles by
// family, competencies by category, a column for each level. Takes a publication, gives texts and
// ids in an order that people expect. Writes nothing and escapes nothing.
#pragma once

#include "model/publication.h"

#include <string>
#include <vector>

namespace cadre::emit::readable {

using namespace model;

/// The title; of what has none, the last part of its name.
[[nodiscard]] StringRef titleOf(const Declaration& declaration);
/// `Marketing › Corporate communications`: the groups around it, outermost first, and itself.
[[nodiscard]] std::string trailOf(const Model& model, FamilyId id);
[[nodiscard]] std::string trailOf(const Model& model, CategoryId id);

/// `Technical`, or the title of a kind of the framework's own, where that is published.
[[nodiscard]] std::string kindWords(const Publication& publication, const Competency& competency);
/// `Essential`
[[nodiscard]] StringRef importanceWords(Importance importance);
/// `Tasks`
[[nodiscard]] StringRef sortWords(StatementSort sort);
/// `Exact match`
[[nodiscard]] StringRef relationWords(Relation relation);
/// `3 years`, `18 months`
[[nodiscard]] std::string periodWords(uint32_t months);
/// A value of an attribute: the text, the number, `yes` or `no`.
[[nodiscard]] std::string attributeWords(const Attribute& attribute, const AttributeValue& value);
/// Where a requirement comes from: `every profile in Marketing`, the title of a base, `own`.
[[nodiscard]] std::string originWords(const Model& model, const Origin& origin);

/// The profiles of a family that lies in no other, and of those inside it.
struct Chapter {
  FamilyId family;  ///< None: profiles without a family.
  std::vector<ProfileId> profiles;
};
/// In the order of declaration; those without a family come last. None is empty.
[[nodiscard]] std::vector<Chapter> chapters(const Publication& publication);

/// The first published category; none without.
[[nodiscard]] CategoryId firstCategory(const Publication& publication, CompetencyId id);
/// Sorts by kind, then first category, then as declared; what has no category comes last.
void sortForReading(const Publication& publication, std::vector<CompetencyId>& ids);

/// What the competency says of the value: its own indicators, those of the anchor at or below a
/// number, or what its scale says of the level.
[[nodiscard]] ArrayRef<Bullet> indicatorsAt(const Model& model, const Competency& competency,
                                            const LevelValue& value);
/// The anchor at `value` or the closest below; null where there is none.
[[nodiscard]] const CompetencyLevel* findAnchor(const Competency& competency, double value);

/// 0 for the lowest place on the scale of the value, 1 for the highest and for no scale.
[[nodiscard]] double placeOf(const Model& model, const Competency& competency,
                             const LevelValue& value);

/// A point of a scale as a column of a table that has a row for each competency.
struct LevelColumn {
  ScaleId scale;
  LevelValue level;
  std::string title;  ///< Unlike those of the other columns and of `taken`.
};
/// A column for each level of an ordinal scale and each anchor on a numeric one, of the scales
/// that published competencies use.
[[nodiscard]] std::vector<LevelColumn> levelColumns(const Publication& publication,
                                                    ArrayRef<StringRef> taken);

/// The titles of published declarations, in their order; where several share one (or it is one of
/// `taken`), with the id behind it: `Teamwork (acme.core.Teamwork)`. Case is ignored.
template <class Record>
[[nodiscard]] std::vector<std::string> distinctTitles(const Model& model, ArrayRef<Id<Record>> ids,
                                                      ArrayRef<StringRef> taken);

[[nodiscard]] std::vector<std::string> makeDistinct(ArrayRef<StringRef> titles,
                                                    ArrayRef<StringRef> suffixes,
                                                    ArrayRef<StringRef> taken);

template <class Record>
std::vector<std::string> distinctTitles(const Model& model, ArrayRef<Id<Record>> ids,
                                        ArrayRef<StringRef> taken) {
  std::vector<StringRef> titles;
  std::vector<StringRef> keys;
  for (const auto id : ids) {
    titles.push_back(titleOf(model[id]));
    keys.push_back(model[id].key);
  }
  return makeDistinct(titles, keys, taken);
}

}  // namespace cadre::emit::readable
