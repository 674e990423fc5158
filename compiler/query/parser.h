// From text to a query as written: takes tokens, gives the tree or, at the first place where the
// text is none, one diagnostic. LL(1): one token decides, all words are soft. Nesting is bounded.
// Looks up nothing but the word that a query begins with.
#pragma once

#include "diag/diagnostics.h"
#include "query/ast.h"
#include "source/source_manager.h"

#include <optional>

namespace cadre::query {

/// What may stand at the end of an unfinished query.
struct Hope {
  enum class Form : uint8_t {
    Keyword,   ///< `word`
    Source,    ///< A word of a source.
    Field,     ///< A field of what `path` leads to.
    Operator,  ///< A comparison, or a test, of `path`.
    Value,     ///< What `path` is compared with; behind `prefix`, the start of a dotted name.
    Subject,   ///< What a profile requires; `path` is the start of a dotted name.
    Level,     ///< A level, of the subject where `path` names one.
  };
  Form form = Form::Keyword;
  const char* word = "";
  Column path;
  Dotted prefix;
  bool isKind = false;
};

/// The hopes, and where they stand: the lists that quantifiers opened, outermost first.
struct Hopes {
  Word source;
  std::vector<Dotted> lists;
  std::vector<Hope> hopes;
  bool isCount = false;
};

/// The query, or nothing after a report.
std::optional<Query> parse(const SourceManager& sources, FileId file, Diagnostics& diagnostics);

/// What may follow the text. Nothing where the text goes wrong before its end.
Hopes parseForHopes(llvm::StringRef text);

}  // namespace cadre::query
