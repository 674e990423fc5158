#include "driver/query_text.h"

#include "diag/json_text.h"
#include "diag/row.h"
#include "diag/visible.h"
#include "driver/text_table.h"
#include "query/names.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <algorithm>

namespace cadre::driver {

using llvm::StringRef;
using query::FieldType;
using query::Type;
using query::Value;
using query::Values;
using query::View;

namespace {

constexpr const char* packageColumn = "package";

/// What outputs hold on to.
std::string keyOf(const View& view, const query::Row& row) {
  const model::Declaration* declaration = query::declarationOf(row);
  return declaration ? declaration->key.str() : query::nameOf(view, row);
}

std::string levelText(const View& view, const query::LevelOfScale& level) {
  if (level.value.number) return model::formatNumber(*level.value.number);
  return view.model[level.value.level].name.str();
}

/// Whether references are told by the names that the source has, or by keys.
enum class Names : bool { Keys, Source };

std::string textOf(const View& view, const FieldType& type, const Value& value, Names names) {
  switch (type.type) {
    case Type::Text:
    case Type::Date:
    case Type::Version:
    case Type::Word:
    case Type::OneOf: return value.text.str();
    case Type::Number: return model::formatNumber(value.number);
    case Type::Boolean: return value.number != 0 ? "true" : "false";
    case Type::Level: return levelText(view, value.level);
    case Type::Row:
      return names == Names::Source ? query::nameOf(view, value.row) : keyOf(view, value.row);
  }
  llvm_unreachable("every value has a text");
}

std::string cellText(const View& view, const FieldType& type, const Values& values, Names names,
                     StringRef separator) {
  std::string out;
  for (const Value& value : values) {
    if (&value != values.begin()) out += separator;
    out += textOf(view, type, value, names);
  }
  return out;
}

std::vector<std::string> namesOf(const Answers& answers) {
  std::vector<std::string> out;
  if (answers.isWorkspace) out.emplace_back(packageColumn);
  for (const query::OutColumn& column : answers.packages.front().answer.columns)
    out.push_back(column.name);
  return out;
}

// ---- The table ---------------------------------------------------------------------------------

/// Text on one line, fit for a terminal.
std::string onOneLine(StringRef text) {
  std::string out;
  bool isBlank = false;
  for (const char c : text) {
    const bool isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!isSpace) {
      if (isBlank && !out.empty()) out += ' ';
      out += c;
    }
    isBlank = isSpace;
  }
  return diag::visible(out);
}

/// As much as fits, and `…` where that is not all.
std::string cut(StringRef text, size_t width) {
  if (widthOf(text) <= width) return text.str();
  std::string out;
  size_t used = 0;
  for (size_t i = 0; i < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, i);
    used += static_cast<size_t>(unicode::width(point.value));
    if (used + 1 > width) break;
    out += text.substr(i, point.length);
    i += point.length;
  }
  return StringRef(out).rtrim().str() + "…";
}

class TablePrinter {
public:
  TablePrinter(const Answers& answers, const TableOptions& options, llvm::raw_ostream& out)
      : options_(options), out_(out) {
    rows_.push_back(namesOf(answers));
    for (const PackageAnswer& it : answers.packages) add(it, answers.isWorkspace);
  }

  void print() {
    if (rows_.size() == 1) return;
    measure();
    for (const auto& cells : rows_) printRow(cells, &cells == &rows_.front());
  }

private:
  void add(const PackageAnswer& package, bool isNamed) {
    const auto& [view, answer] = package;
    isNumber_.assign(isNamed ? 1 : 0, false);
    for (const query::OutColumn& column : answer.columns)
      isNumber_.push_back(column.type.type == Type::Number && !column.type.isList);
    for (const auto& row : answer.rows) {
      auto& cells = rows_.emplace_back();
      if (isNamed) cells.push_back(view->model.framework().key.str());
      for (size_t i = 0; i < row.size(); ++i)
        cells.push_back(onOneLine(cell(*view, answer.columns[i].type, row[i])));
    }
  }

  /// Texts may hold commas.
  static std::string cell(const View& view, const FieldType& type, const Values& values) {
    return cellText(view, type, values, Names::Source, type.type == Type::Text ? "; " : ", ");
  }

  void measure() {
    widths_.assign(rows_.front().size(), 0);
    for (const auto& cells : rows_) {
      for (size_t i = 0; i < cells.size(); ++i)
        widths_[i] = std::max(widths_[i], widthOf(cells[i]));
    }
    if (options_.width == 0) return;
    constexpr size_t least = 8;
    size_t total = 2 * (widths_.size() - 1);
    for (const size_t width : widths_) total += width;
    while (total > options_.width) {
      const auto widest = std::max_element(widths_.begin(), widths_.end());
      if (*widest <= least) return;
      --*widest;
      --total;
    }
  }

  void printRow(const std::vector<std::string>& cells, bool isHead) {
    diag::Row row;
    const diag::Style style = isHead ? diag::Style::Frame : diag::Style::Plain;
    for (size_t i = 0; i < cells.size(); ++i) {
      const std::string text = cut(cells[i], widths_[i]);
      const std::string blanks(widths_[i] - std::min(widths_[i], widthOf(text)), ' ');
      if (i > 0) row.append("  ");
      if (isNumber_[i]) row.append(blanks);
      row.append(text, style);
      if (!isNumber_[i]) row.append(blanks);
    }
    row.print(out_, options_.color);
  }

  TableOptions options_;
  llvm::raw_ostream& out_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<bool> isNumber_;
  std::vector<size_t> widths_;
};

// ---- JSON and CSV ------------------------------------------------------------------------------

std::string jsonOf(const View& view, const FieldType& type, const Value& value) {
  const bool isNumber =
      type.type == Type::Number || (type.type == Type::Level && value.level.value.number);
  const std::string text = textOf(view, type, value, Names::Keys);
  return isNumber || type.type == Type::Boolean ? text : diag::quoteJson(text);
}

std::string jsonCell(const View& view, const FieldType& type, const Values& values) {
  if (!type.isList) return values.empty() ? "null" : jsonOf(view, type, values.front());
  std::string out = "[";
  for (const Value& value : values)
    out += (&value == values.begin() ? "" : ", ") + jsonOf(view, type, value);
  return out + "]";
}

std::string csvCell(const std::string& text) {
  if (StringRef(text).find_first_of(",\"\r\n") == StringRef::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

void printTable(const Answers& answers, const TableOptions& options, llvm::raw_ostream& out) {
  TablePrinter(answers, options, out).print();
}

void printJson(const Answers& answers, llvm::raw_ostream& out) {
  const char* separator = "[\n";
  bool isEmpty = true;
  for (const auto& [view, answer] : answers.packages) {
    for (const auto& row : answer.rows) {
      out << separator << "  { ";
      separator = ",\n";
      isEmpty = false;
      if (answers.isWorkspace) {
        out << diag::quoteJson(packageColumn) << ": "
            << diag::quoteJson(view->model.framework().key) << ", ";
      }
      for (size_t i = 0; i < row.size(); ++i) {
        const query::OutColumn& column = answer.columns[i];
        out << (i > 0 ? ", " : "") << diag::quoteJson(column.name) << ": "
            << jsonCell(*view, column.type, row[i]);
      }
      out << " }";
    }
  }
  out << (isEmpty ? "[]\n" : "\n]\n");
}

void printCsv(const Answers& answers, llvm::raw_ostream& out) {
  const auto line = [&](const std::vector<std::string>& cells) {
    for (size_t i = 0; i < cells.size(); ++i) out << (i > 0 ? "," : "") << csvCell(cells[i]);
    // A line of nothing would be no row.
    if (cells.size() == 1 && cells.front().empty()) out << "\"\"";
    out << "\r\n";
  };
  line(namesOf(answers));
  for (const auto& [view, answer] : answers.packages) {
    for (const auto& row : answer.rows) {
      std::vector<std::string> cells;
      if (answers.isWorkspace) cells.push_back(view->model.framework().key.str());
      for (size_t i = 0; i < row.size(); ++i)
        cells.push_back(cellText(*view, answer.columns[i].type, row[i], Names::Keys, "; "));
      line(cells);
    }
  }
}

}  // namespace cadre::driver
