// The tables of fields.def: takes words, gives sources and fields, with how a value is read.
// Knows no syntax.
#pragma once

#include "query/view.h"

namespace cadre::query {

struct SourceRow {
  SourceId id;
  StringRef name;
  StringRef columns;  ///< Without `select`, separated by commas.
};

/// A word that a query may begin with.
struct SourceWord {
  StringRef word;
  SourceId source;
  unsigned variant;
  StringRef help;
};

struct FieldRow {
  SourceId source;
  StringRef name;
  FieldType type;
  void (*read)(const View& view, const Row& row, Values& out);  ///< Appends; nothing: missing.
  StringRef help;
};

[[nodiscard]] const SourceRow& rowOf(SourceId source);
[[nodiscard]] ArrayRef<SourceWord> sourceWords();
[[nodiscard]] const SourceWord* findSource(StringRef word);
[[nodiscard]] ArrayRef<FieldRow> allFields();
/// The fields of a source: its own first, then those of all declarations.
[[nodiscard]] std::vector<const FieldRow*> fieldsOf(SourceId source);
[[nodiscard]] const FieldRow* findField(SourceId source, StringRef name);

/// What a reader calls a value of the type, to follow "which is": `a text`, `a list of levels`.
[[nodiscard]] std::string describe(const FieldType& type);

}  // namespace cadre::query
