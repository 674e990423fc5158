#include "query/checker.h"

#include "diag/kinds/query.h"
#include "query/levels.h"
#include "query/names.h"
#include "query/paths.h"
#include "query/reporter.h"
#include "support/listing.h"
#include "support/suggest.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

namespace cadre::query {

namespace {

bool isOrder(Op op) {
  return op == Op::Less || op == Op::AtMost || op == Op::Greater || op == Op::AtLeast;
}

/// Of what is no declaration and has no key: nothing could stand for it in a cell.
bool isNameless(const FieldType& type) {
  return type.type == Type::Row &&
         (type.source == SourceId::Requirement || type.source == SourceId::Origin ||
          type.source == SourceId::Step);
}

bool isCalendarDate(StringRef text) {
  unsigned month = 0;
  unsigned day = 0;
  unsigned year = 0;
  if (text.substr(0, 4).getAsInteger(10, year) || text.substr(5, 2).getAsInteger(10, month) ||
      text.substr(8, 2).getAsInteger(10, day))
    return false;
  static constexpr unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return false;
  const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= lengths[month - 1] + (month == 2 && isLeap ? 1 : 0);
}

class Checker {
public:
  Checker(const View& view, Diagnostics& diagnostics)
      : view_(view), diagnostics_(diagnostics), report_(view, diagnostics) {}

  std::optional<TypedQuery> run(const Query& query) {
    const size_t before = diagnostics_.count(Severity::Error);
    TypedQuery out;
    out.isAll = query.isAll;
    out.source = findSource(query.source.text);
    out.isCount = query.isCount;
    out.limit = query.limit;
    word_ = &query.source;
    root_ = out.source->source;
    if (query.where) out.where = test(*query.where, root_);
    columns(query, out);
    sort(query, out);
    if (diagnostics_.count(Severity::Error) > before) return {};
    return out;
  }

private:
  // ---- Fields ----------------------------------------------------------------------------------

  /// `isAlone`: no comparison follows.
  std::optional<TypedColumn> column(const Column& written, SourceId scope, bool isOfRow,
                                    bool isAlone = false) {
    auto found = resolvePath(view_, scope, written.path);
    if (const auto* fault = std::get_if<PathFault>(&found)) {
      report_.field(written.path, *fault, isAlone);
      return {};
    }
    TypedColumn out = std::move(std::get<TypedColumn>(found));
    if (isOfRow && out.steps.size() == 1 && out.steps.front().field)
      tellUnseen(written, *out.steps.front().field);
    if (!written.isCount) return out;
    if (!out.type.isList) {
      report_.wrongOperator(written.span, "`count`", written.path.text(), out.type)
          .help(diag::QueryHint, "`count` counts the elements of a list");
      return {};
    }
    out.isCount = true;
    out.name = written.text();
    out.type = FieldType();
    out.type.type = Type::Number;
    return out;
  }

  /// What is asked can be true of rows alone that are not looked at.
  void tellUnseen(const Column& written, const FieldRow& field) {
    if (view_.isAll || (field.name != "abstract" && field.name != "external")) return;
    const bool isAbstract = field.name == "abstract";
    const std::string what =
        isAbstract ? "no abstract profiles" : "nothing that other packages declare";
    diagnostics_.report(written.span, diag::SeenOnlyWithAll, word_->text, what)
        .help(diag::AllGives, word_->text, isAbstract ? "these" : "that");
  }

  // ---- Columns ---------------------------------------------------------------------------------

  void columns(const Query& query, TypedQuery& out) {
    const std::vector<Column>& written = query.isCount ? query.by : query.select;
    const char* clause = query.isCount ? "`count by`" : "`select`";
    for (const Column& one : written) {
      std::optional<TypedColumn> typed = column(one, root_, true);
      if (!typed || !canBeCell(one, *typed, clause)) continue;
      const auto isSame = [&](const TypedColumn& other) { return other.name == typed->name; };
      if (llvm::any_of(out.columns, isSame)) {
        diagnostics_.report(one.span, diag::WrongOperator, clause, typed->name, "a column already");
      } else {
        out.columns.push_back(std::move(*typed));
      }
    }
    if (!written.empty() || query.isCount) return;
    llvm::SmallVector<StringRef> names;
    rowOf(root_).columns.split(names, ',');
    for (const StringRef name : names) {
      Dotted path;
      path.parts.push_back({name.trim().str(), {}});
      out.columns.push_back(std::get<TypedColumn>(resolvePath(view_, root_, path)));
    }
  }

  bool canBeCell(const Column& written, const TypedColumn& typed, StringRef clause) {
    if (!isNameless(typed.type)) return true;
    const StringRef field = rowOf(typed.type.source).columns.split(", ").second.split(',').first;
    report_.wrongOperator(written.span, clause.str(), typed.name, typed.type)
        .help(diag::QueryHint,
              "name what is wanted of it, as `" + typed.name + "." + field.str() + "`");
    return false;
  }

  void sort(const Query& query, TypedQuery& out) {
    for (const SortKey& key : query.sort) {
      TypedSort sort;
      sort.isDescending = key.isDescending;
      if (query.isCount) {
        const auto found = llvm::find_if(
            out.columns, [&](const TypedColumn& it) { return it.name == key.column.text(); });
        sort.place = static_cast<size_t>(found - out.columns.begin());
        const bool isCount = key.column.text() == "count";
        if (isCount) sort.place = out.columns.size();
        if (found == out.columns.end() && !isCount) {
          // What failed above is no column for that reason.
          if (out.columns.size() < query.by.size()) continue;
          std::vector<StringRef> names = {"count"};
          for (const TypedColumn& it : out.columns) names.push_back(it.name);
          diagnostics_
              .report(key.column.span, diag::WrongOperator, "`sort by`", key.column.text(),
                      "no column of this count")
              .help(diag::QueryHint,
                    "its columns are " + enumerated(llvm::ArrayRef<StringRef>(names)));
          continue;
        }
      } else {
        std::optional<TypedColumn> typed = column(key.column, root_, true);
        if (!typed) continue;
        if (typed->type.isList || isNameless(typed->type)) {
          auto builder =
              report_.wrongOperator(key.column.span, "`sort by`", typed->name, typed->type);
          if (typed->type.isList)
            builder.help(diag::QueryHint,
                         "`count(" + typed->name + ")` sorts by how many there are");
          continue;
        }
        sort.column = std::move(*typed);
      }
      out.sort.push_back(std::move(sort));
    }
  }

  // ---- Conditions ------------------------------------------------------------------------------

  TestPtr test(const Cond& cond, SourceId scope) {
    auto out = std::make_unique<Test>();
    out->kind = cond.kind;
    out->op = cond.op;
    out->span = cond.span;
    switch (cond.kind) {
      case CondKind::And:
      case CondKind::Or:
      case CondKind::Not:
        for (const auto& child : cond.children) out->children.push_back(test(*child, scope));
        break;
      case CondKind::Has: has(cond, *out, scope); break;
      case CondKind::Missing:
        if (auto found = column(cond.column, scope, depth_ == 0)) out->column = std::move(*found);
        break;
      case CondKind::Compare:
        if (auto found = column(cond.column, scope, depth_ == 0)) {
          out->column = std::move(*found);
          compare(cond, *out);
        }
        break;
      case CondKind::Any:
      case CondKind::Every:
      case CondKind::No: quantified(cond, *out, scope); break;
      case CondKind::Requires: requires_(cond, *out, scope); break;
    }
    return out;
  }

  void has(const Cond& cond, Test& out, SourceId scope) {
    auto found = column(cond.column, scope, depth_ == 0, true);
    if (!found) return;
    out.column = std::move(*found);
    const FieldType& type = out.column.type;
    if (type.type == Type::Boolean && !type.isList) return;
    const std::string name = out.column.name;
    const std::string example = type.isList && type.type == Type::Row
                                    ? "`any " + name + " (…)` or `" + name + " is not missing`"
                                    : "`" + name + " = …` or `" + name + " is not missing`";
    diagnostics_.report(cond.span, diag::QuerySyntax, "a condition", describe(type))
        .help(diag::QueryHint, "write for instance " + example);
  }

  void quantified(const Cond& cond, Test& out, SourceId scope) {
    auto found = column(cond.column, scope, depth_ == 0);
    if (!found) return;
    out.column = std::move(*found);
    const FieldType& type = out.column.type;
    if (type.isList && type.type == Type::Row) {
      ++depth_;
      out.children.push_back(test(*cond.children.front(), type.source));
      --depth_;
      return;
    }
    const StringRef word = cond.kind == CondKind::Any     ? "`any`"
                           : cond.kind == CondKind::Every ? "`every`"
                                                          : "`no`";
    auto builder = report_.wrongOperator(cond.column.span, word.str(), out.column.name, type);
    const std::string name = out.column.name;
    if (type.isList) {
      const char* how = type.type == Type::Text ? " contains \"…\"" : " = …";
      builder.help(diag::QueryHint, "`" + name + how + "` asks whether any element does");
    } else if (type.type == Type::Row) {
      builder.help(diag::QueryHint,
                   "there is one at most: its fields follow a dot, as in `" + name + ".title`");
    }
  }

  // ---- Comparisons -----------------------------------------------------------------------------

  void compare(const Cond& cond, Test& out) {
    if (!fits(cond, out)) return;
    for (const Operand& operand : cond.operands) value(cond, operand, out);
  }

  bool fits(const Cond& cond, const Test& out) {
    const FieldType& type = out.column.type;
    const std::string& name = out.column.name;
    const std::string op = quoted(spell(cond.op));
    if (cond.op == Op::Contains || cond.op == Op::Matches) {
      if (type.type == Type::Text) return true;
      auto builder = report_.wrongOperator(cond.opSpan, op, name, type);
      if (type.type == Type::Row && !isNameless(type) && type.source != SourceId::Indicator)
        builder.help(diag::QueryHint, type.isList
                                          ? "`" + name + " = X` asks whether X is among them"
                                          : "`" + name + ".title` is a text");
      return false;
    }
    if (isNameless(type) || (type.type == Type::Row && type.source == SourceId::Indicator)) {
      auto builder = report_.wrongOperator(cond.opSpan, op, name, type);
      if (type.isList)
        builder.help(diag::QueryHint,
                     "`any " + name + " (…)` asks for one that fulfils a condition");
      return false;
    }
    if (type.isList && cond.op == Op::Unequal) {
      report_.wrongOperator(cond.opSpan, op, name, type)
          .help(diag::QueryHint, "`not " + name + " = …` asks whether none of them is it");
      return false;
    }
    if (!isOrder(cond.op) || type.isOrdered()) return true;
    report_.wrongOperator(cond.opSpan, op, name, type)
        .help(diag::QueryHint, "numbers, dates, versions and levels have an order");
    return false;
  }

  DiagnosticBuilder wrongOperand(const Operand& operand, const Test& out) {
    const FieldType type = out.column.type.element();
    const char* found = operand.form == Operand::Form::Text     ? "a text"
                        : operand.form == Operand::Form::Number ? "a number"
                        : operand.form == Operand::Form::Date   ? "a date"
                                                                : "a name";
    return diagnostics_.report(operand.span, diag::WrongOperand, out.column.name,
                               out.column.type.isList ? describe(out.column.type) : describe(type),
                               found);
  }

  void value(const Cond& cond, const Operand& operand, Test& out) {
    switch (out.column.type.type) {
      case Type::Text: return text(cond, operand, out);
      case Type::Number: return number(operand, out);
      case Type::Boolean: return word(operand, out, {"false", "true"}, quoted(out.column.name));
      case Type::Date: return date(operand, out);
      case Type::Version: return version(operand, out);
      case Type::Word:
        return word(operand, out, wordsOf(out.column.type.set), quoted(out.column.name));
      case Type::OneOf:
        return word(operand, out, out.column.type.oneOf->values, quoted(out.column.name));
      case Type::Level:
        if (auto found = level(operand, &out)) out.levels.push_back(std::move(*found));
        return;
      case Type::Row: return row(cond, operand, out);
    }
  }

  void text(const Cond& cond, const Operand& operand, Test& out) {
    if (operand.form != Operand::Form::Text) {
      wrongOperand(operand, out).help(diag::QuoteTexts, "`\"" + writtenAs(operand) + "\"`");
      return;
    }
    if (cond.op == Op::Contains) {
      out.phrases.push_back(readPhrase(operand.text));
      if (!out.phrases.back().words.empty()) return;
      diagnostics_.report(operand.span, diag::NotAValue, operand.text, "words")
          .help(diag::QueryHint, "`contains` looks for words; `matches " + patternOf(operand.text) +
                                     "` finds these characters");
    } else if (cond.op == Op::Matches) {
      out.pattern = std::make_unique<Pattern>(operand.text);
      if (!out.pattern->error().empty())
        diagnostics_.report(operand.span, diag::BadQueryPattern, out.pattern->error());
    } else {
      out.texts.push_back(unicode::toNfc(operand.text));
    }
  }

  /// What a query writes behind `matches` to find the text anywhere.
  static std::string patternOf(StringRef text) {
    std::string out = "\".*";
    for (const char c : text.empty() ? StringRef("%") : text) {
      const bool hasMeaning = StringRef("\\^$.|?*+()[]{}").contains(c);
      if (hasMeaning) out += "\\\\";
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    return out + ".*\"";
  }

  static std::string writtenAs(const Operand& operand) {
    return operand.form == Operand::Form::Name ? operand.name.text() : operand.text;
  }

  void number(const Operand& operand, Test& out) {
    if (operand.form == Operand::Form::Number) {
      out.numbers.push_back(operand.number);
    } else {
      wrongOperand(operand, out);
    }
  }

  /// One of a few words.
  void word(const Operand& operand, Test& out, ArrayRef<StringRef> words, const std::string& of) {
    const std::string written = writtenAs(operand);
    const auto* found = llvm::find(words, written);
    if (operand.form == Operand::Form::Name && found != words.end()) {
      out.numbers.push_back(static_cast<double>(found - words.begin()));
      return;
    }
    auto builder = diagnostics_.report(operand.span, diag::NotAValue, written, of);
    const std::vector<StringRef> near = suggest(written, words);
    if (found != words.end()) {
      builder.help(diag::QueryHint, "it stands without quotes: `" + written + "`");
    } else if (!near.empty()) {
      builder.didYouMean(operand.span, near);
    } else {
      builder.note(diag::ValuesAre, enumerated(words));
    }
  }

  void date(const Operand& operand, Test& out) {
    if (operand.form == Operand::Form::Date && isCalendarDate(operand.text)) {
      out.texts.push_back(operand.text);
    } else if (operand.form == Operand::Form::Date) {
      diagnostics_.report(operand.span, diag::NotAValue, operand.text, "the calendar");
    } else {
      wrongOperand(operand, out)
          .help(diag::QueryHint, "a date stands without quotes, as in `2026-03-01`");
    }
  }

  void version(const Operand& operand, Test& out) {
    const bool isVersion = operand.form == Operand::Form::Text && !operand.text.empty() &&
                           llvm::isDigit(operand.text.front());
    if (isVersion) {
      out.texts.push_back(operand.text);
    } else {
      wrongOperand(operand, out)
          .help(diag::QueryHint, "a version stands in quotes, as in `\"2.1\"`");
    }
  }

  // ---- Names -----------------------------------------------------------------------------------

  /// The names of what a text in quotes stands for: its name, or what people see, the title.
  std::vector<std::string> meantBy(SourceId source, StringRef text) {
    if (const Row found = findDeclaration(view_, source, text)) return {nameOf(view_, found)};
    return namesLike(view_, source, text);
  }

  void row(const Cond& cond, const Operand& operand, Test& out) {
    const SourceId source = out.column.type.source;
    if (operand.form != Operand::Form::Name) {
      auto builder = wrongOperand(operand, out);
      const std::vector<std::string> meant = operand.form == Operand::Form::Text
                                                 ? meantBy(source, operand.text)
                                                 : std::vector<std::string>();
      const std::vector<StringRef> names(meant.begin(), meant.end());
      if (!meant.empty())
        builder.help(diag::QueryHint,
                     "it is called " + enumerated(llvm::ArrayRef<StringRef>(names), "or") +
                         " here, without quotes");
      else if (operand.form == Operand::Form::Text)
        builder.help(diag::QueryHint, "names stand without quotes; `" + out.column.name +
                                          ".title = \"…\"` compares the title, `" +
                                          out.column.name + ".id = \"…\"` the key");
      return;
    }
    const Row found = findDeclaration(view_, source, operand.name.text());
    if (!found) return report_.name(operand.name, rowOf(source).name, source, {});
    Records records;
    if (cond.op == Op::In) {
      addInside(view_, found, records);
    } else {
      records.insert(found.record);
    }
    out.records.insert(records.begin(), records.end());
    out.named.push_back({operand.span, found, std::move(records)});
  }

  // ---- Levels ----------------------------------------------------------------------------------

  /// `of`: whose column is compared; null in `requires`.
  std::optional<LevelTargets> level(const Operand& operand, const Test* of,
                                    const model::Competency* competency = nullptr) {
    if (operand.form != Operand::Form::Name && operand.form != Operand::Form::Number) {
      Test none;
      none.column.name = "level";
      none.column.type.type = Type::Level;
      wrongOperand(operand, of ? *of : none)
          .help(diag::QueryHint, "a level is a name or a number, without quotes");
      return {};
    }
    LevelTargets found = findLevel(view_.model, operand);
    const model::ScaleId scale = competency ? competency->scale : model::ScaleId();
    if (competency && !scale) {
      const std::string what = quoted(competency->name) + ", which is simply had or not";
      diagnostics_.report(operand.span, diag::UnknownQueryLevel, found.name, what);
      return {};
    }
    const bool isKnown =
        scale ? found.byScale[scale.index()].way != LevelTarget::Way::None : isOnAnyScale(found);
    if (isKnown) return found;
    report_.level(operand, found, scale);
    return {};
  }

  // ---- requires(…) -----------------------------------------------------------------------------

  void requires_(const Cond& cond, Test& out, SourceId scope) {
    if (scope != SourceId::Profile && scope != SourceId::Rule) {
      report_.wrongOperator(cond.opSpan, "`requires`", rowOf(scope).name.str(), rowType(scope))
          .help(diag::QueryHint, "profiles require: `profile where requires(…)`");
      return;
    }
    const model::Competency* competency = nullptr;
    if (!subject(cond.subject, out, competency)) return;
    if (cond.bound) {
      out.levelOp = cond.bound->op;
      if (auto found = level(cond.bound->level, nullptr, competency))
        out.levels.push_back(std::move(*found));
    }
    if (cond.importance) {
      out.importance = llvm::StringSwitch<model::Importance>(cond.importance->text)
                           .Case("essential", model::Importance::Essential)
                           .Case("desired", model::Importance::Desired)
                           .Default(model::Importance::Optional);
    }
  }

  bool subject(const Subject& written, Test& out, const model::Competency*& competency) {
    const std::string name = written.name.text();
    if (!written.isKind) {
      if (const Row found = findDeclaration(view_, SourceId::Competency, name)) {
        competency = static_cast<const model::Competency*>(found.record);
        out.records.insert(found.record);
        return true;
      }
    }
    const SourceId source = written.isKind ? SourceId::Kind : SourceId::Category;
    if (const Row group = findDeclaration(view_, source, name)) {
      Records inside;
      addInside(view_, group, inside);
      out.records = competenciesOf(view_, source, inside);
      return true;
    }
    if (written.isKind) {
      report_.name(written.name, "kind", SourceId::Kind, {});
      return false;
    }
    const bool isKind = static_cast<bool>(findDeclaration(view_, SourceId::Kind, name));
    report_.name(written.name, "competency or category",
                 {SourceId::Competency, SourceId::Category},
                 isKind ? "competencies of a kind are asked for by `requires(kind " + name + ")`"
                        : std::string());
    return false;
  }

  const View& view_;
  Diagnostics& diagnostics_;
  Reporter report_;
  const Word* word_ = nullptr;
  SourceId root_ = SourceId::Declaration;
  unsigned depth_ = 0;  ///< Of quantifiers around what is looked at.
};

}  // namespace

std::optional<TypedQuery> check(const Query& query, const View& view, Diagnostics& diagnostics) {
  return Checker(view, diagnostics).run(query);
}

}  // namespace cadre::query
