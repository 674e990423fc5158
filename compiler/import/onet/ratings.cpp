#include "import/onet/ratings.h"

#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"

#include <fmt/format.h>

namespace cadre::import::onet {

using foreign::counted;
using foreign::parseNumber;
using foreign::Table;

namespace {

enum Column : size_t { Code, ElementColumn, ScaleColumn, Value, Suppress, NotRelevant };
constexpr StringRef columnNames[] = {"O*NET-SOC Code", "Element ID",         "Scale ID",
                                     "Data Value",     "Recommend Suppress", "Not Relevant"};

}  // namespace

llvm::ArrayRef<StringRef> RatingReader::columns() { return columnNames; }

RatingReader::RatingReader(Tables& tables, const Index& elements, const Index& occupations,
                           StringRef minImportance)
    : tables_(tables),
      elements_(elements),
      occupations_(occupations),
      minImportance_(parseNumber(minImportance).value_or(0)),
      below_(fmt::format("with an importance below {}", minImportance)),
      noLevel_(fmt::format("with an importance of {} or more, without a level that counts",
                           minImportance)) {}

void RatingReader::read(Table& table, Rated rated, std::vector<size_t>& order) {
  const size_t first = pairs_.size();
  while (table.next()) readRow(table, rated, order);
  for (const Pair& pair : llvm::ArrayRef(pairs_).drop_front(first)) judge(table, pair);
  reportUnknown(table);
}

void RatingReader::readRow(Table& table, Rated rated, std::vector<size_t>& order) {
  const auto occupation = occupations_.find(table.cell(Code));
  const auto element = elements_.find(table.cell(ElementColumn));
  const auto note = [&](UnknownNames& names, Column column) {
    Unknown& unknown = names[table.cell(column)];
    if (unknown.rows++ == 0) unknown.first = table.span(column);
  };
  if (occupation == occupations_.end()) {
    table.leaveOut("of unknown occupations");
    return note(unknownOccupations_, Code);
  }
  if (element == elements_.end()) {
    table.leaveOut("of unknown elements");
    return note(unknownElements_, ElementColumn);
  }
  tables_.occupations[occupation->second].rated = true;
  Element& rating = tables_.elements[element->second];
  if (rating.rated == Rated::No) {
    rating.rated = rated;
    order.push_back(element->second);
  }
  Pair& pair = pairOf(occupation->second, element->second);
  const StringRef scale = table.cell(ScaleColumn);
  if (scale == tables_.importance.id) {
    readSide(table, pair.importance, tables_.importance, false);
  } else if (scale == tables_.level.id) {
    readSide(table, pair.level, tables_.level, true);
  } else {
    table.leaveOut("on other scales");
  }
}

RatingReader::Pair& RatingReader::pairOf(size_t occupation, size_t element) {
  const auto [entry, added] = pairIndex_.try_emplace({occupation, element}, pairs_.size());
  if (added) pairs_.push_back({occupation, element, {}, {}});
  return pairs_[entry->second];
}

void RatingReader::readSide(Table& table, Side& side, const Scale& scale, bool isLevel) {
  if (side.seen.isValid()) {
    const std::string what =
        fmt::format("{} {} {}", table.cell(Code), table.cell(ElementColumn), scale.id);
    table.diagnostics()
        .report(table.span(Code), diag::ImportTwice, "rating", what)
        .label(side.seen, diag::ImportFirstHere);
    return;
  }
  side.seen = table.span(Code);
  const bool suppressed = table.flag(Suppress);
  const bool notRelevant = table.flag(NotRelevant);
  if (suppressed) return table.leaveOut("that O*NET recommends to suppress");
  if (isLevel && notRelevant) return table.leaveOut("marked as not relevant");
  if (table.cell(Value) == "n/a") return table.leaveOut("without a value");
  const auto number = table.number(Value);
  if (!number) return;
  if (*number < scale.lowValue || *number > scale.highValue) {
    table.diagnostics().report(table.span(Value), diag::ImportOutOfRange, table.cell(Value),
                               scale.id, scale.low, scale.high);
    return;
  }
  side.value = table.cell(Value);
  side.number = *number;
}

void RatingReader::judge(Table& table, const Pair& pair) {
  const bool important = !pair.importance.value.empty() && pair.importance.number >= minImportance_;
  const bool hasLevel = !pair.level.value.empty();
  if (important && hasLevel) {
    tables_.occupations[pair.occupation].requirements.push_back(
        {pair.element, pair.importance.value, pair.level.value});
    return;
  }
  if (important) table.leaveOut(noLevel_);
  if (!important && !pair.importance.value.empty()) table.leaveOut(below_);
  if (hasLevel) table.leaveOut("with the level of what is not important enough");
}

void RatingReader::reportUnknown(Table& table) {
  for (const auto& [id, unknown] : unknownElements_) {
    table.diagnostics().report(unknown.first, diag::ImportUnknownElement, elementsFile, id,
                               counted(unknown.rows, "row"), table.name());
  }
  for (const auto& [code, unknown] : unknownOccupations_) {
    table.diagnostics().report(unknown.first, diag::ImportUnknownOccupation, occupationsFile, code,
                               counted(unknown.rows, "row"), table.name());
  }
  unknownElements_.clear();
  unknownOccupations_.clear();
}

}  // namespace cadre::import::onet
