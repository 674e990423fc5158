#include "query/evaluate.h"

#include "query/levels.h"
#include "query/order.h"
#include "support/semver.h"
#include "support/unicode.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

#include <map>
#include <set>
#include <tuple>

namespace cadre::query {

namespace {

// ---- Values ------------------------------------------------------------------------------------

/// A value of an attribute; nothing where the declaration has none.
void readAttribute(const View& view, const Row& row, model::AttributeId id, Values& out) {
  const model::Declaration* declaration = declarationOf(row);
  if (!declaration) return;
  const model::Attribute& attribute = view.model[id];
  for (const model::AttributeValue& it : declaration->attributes) {
    if (it.attribute != id) continue;
    Value& value = out.emplace_back();
    value.text = it.text;
    value.number = it.number;
    if (attribute.type == model::AttributeType::Boolean) value.number = it.boolean ? 1 : 0;
    if (attribute.type == model::AttributeType::OneOf)
      value.number =
          static_cast<double>(llvm::find(attribute.values, it.text) - attribute.values.begin());
  }
}

void readTranslation(const View& view, const Value& value, StringRef language, Values& out) {
  if (!value.source) return;
  if (language == view.model.framework().language) {
    out.emplace_back().text = value.source->plain;
  } else if (const model::Translated* found = value.source->find(language)) {
    out.emplace_back().text = found->plain;
  }
}

void readStep(const View& view, const Step& step, const Value& value, Values& out) {
  switch (step.form) {
    case Step::Form::Field: return step.field->read(view, value.row, out);
    case Step::Form::Attribute: return readAttribute(view, value.row, step.attribute, out);
    case Step::Form::Language: return readTranslation(view, value, step.language, out);
    case Step::Form::LevelRow:
      if (value.level.value.level) out.emplace_back().row = view.rowOf(value.level.value.level);
      return;
  }
  llvm_unreachable("every step is read");
}

/// Leaves each row once, where it came first: what several lead to is one thing all the same, and a path over
/// several lists stays as long as there are rows.
void leaveEachOnce(Values& values) {
  llvm::DenseSet<std::pair<const void*, const void*>> seen;
  llvm::erase_if(values, [&](const Value& it) {
    return it.row && !seen.insert({it.row.record, it.row.owner}).second;
  });
}

}  // namespace

Values read(const View& view, const TypedColumn& column, const Row& row) {
  Values values;
  values.emplace_back().row = row;
  for (const Step& step : column.steps) {
    Values next;
    for (const Value& value : values) readStep(view, step, value, next);
    if (values.size() > 1) leaveEachOnce(next);
    values = std::move(next);
  }
  if (!column.isCount) return values;
  Values count;
  count.emplace_back().number = static_cast<double>(values.size());
  return count;
}

namespace {

bool holds(Op op, int order) {
  switch (op) {
    case Op::Equal:
    case Op::In: return order == 0;
    case Op::Unequal: return order != 0;
    case Op::Less: return order < 0;
    case Op::AtMost: return order <= 0;
    case Op::Greater: return order > 0;
    case Op::AtLeast: return order >= 0;
    case Op::Contains:
    case Op::Matches: break;
  }
  llvm_unreachable("only what orders comes here");
}

// ---- Conditions --------------------------------------------------------------------------------

class Judge {
public:
  explicit Judge(const View& view) : view_(view) {}

  bool holds(const Test& test, const Row& row) {
    const auto isTrue = [&](const TestPtr& child) { return holds(*child, row); };
    switch (test.kind) {
      case CondKind::And: return llvm::all_of(test.children, isTrue);
      case CondKind::Or: return llvm::any_of(test.children, isTrue);
      case CondKind::Not: return !holds(*test.children.front(), row);
      case CondKind::Has: {
        const Values values = read(view_, test.column, row);
        return !values.empty() && values.front().number != 0;
      }
      case CondKind::Missing: return read(view_, test.column, row).empty();
      case CondKind::Compare: return compares(test, row);
      case CondKind::Any:
      case CondKind::Every:
      case CondKind::No: return quantified(test, row);
      case CondKind::Requires: return requires_(test, row);
    }
    llvm_unreachable("every condition is judged");
  }

  std::vector<NotCompared> takeNotCompared() {
    std::vector<NotCompared> out;
    for (const auto& [place, hasCrosswalk] : notCompared_) {
      const auto& [at, scale] = place;
      const Span span = {at->span};
      if (out.empty() || out.back().span != span)
        out.push_back({span, at->levels.front().name, {}});
      out.back().scales.push_back(scale);
      (hasCrosswalk ? out.back().lacksRow : out.back().lacksCrosswalk) = true;
    }
    return out;
  }

private:
  bool quantified(const Test& test, const Row& row) {
    const auto isTrue = [&](const Value& value) {
      return holds(*test.children.front(), value.row);
    };
    const Values values = read(view_, test.column, row);
    if (test.kind == CondKind::Every) return llvm::all_of(values, isTrue);
    return llvm::any_of(values, isTrue) == (test.kind == CondKind::Any);
  }

  /// Of a list: whether any element does. What is missing equals nothing.
  bool compares(const Test& test, const Row& row) {
    const Values values = read(view_, test.column, row);
    if (test.op == Op::Unequal)
      return llvm::none_of(values,
                           [&](const Value& value) { return fulfils(test, Op::Equal, value); });
    return llvm::any_of(values, [&](const Value& value) { return fulfils(test, test.op, value); });
  }

  bool fulfils(const Test& test, Op op, const Value& value) {
    const auto ordered = [&](const auto& operands, auto order) {
      return llvm::any_of(operands, [&](const auto& it) { return query::holds(op, order(it)); });
    };
    switch (test.column.type.type) {
      case Type::Text: return textFulfils(test, op, value.text);
      case Type::Date:
        return ordered(test.texts, [&](const std::string& it) { return value.text.compare(it); });
      case Type::Version:
        return ordered(test.texts,
                       [&](const std::string& it) { return compareLeniently(value.text, it); });
      case Type::Number:
      case Type::Boolean:
      case Type::Word:
      case Type::OneOf:
        return ordered(test.numbers, [&](double it) { return orderOf(value.number, it); });
      case Type::Level: return levelFulfils(test, op, value.level);
      case Type::Row: return test.records.contains(value.row.record);
    }
    llvm_unreachable("every type is compared");
  }

  static bool textFulfils(const Test& test, Op op, StringRef text) {
    if (op == Op::Matches) return test.pattern->matchesWhole(text);
    if (op == Op::Contains) return contains(text, test.phrases.front());
    const std::string normal = unicode::toNfc(text);
    return llvm::is_contained(test.texts, normal);
  }

  bool levelFulfils(const Test& test, Op op, const LevelOfScale& level) {
    bool isComparable = test.levels.front().namesScale;
    bool isTrue = false;
    bool hasCrosswalk = false;
    for (const LevelTargets& targets : test.levels) {
      const LevelTarget& target = targets.byScale[level.scale.index()];
      const std::optional<double> rank = rankFor(view_.model, level, target);
      isComparable |= rank.has_value();
      hasCrosswalk |= target.crosswalk != nullptr;
      isTrue |= rank && query::holds(op, orderOf(*rank, target.rank));
    }
    if (!isComparable) notCompared_.insert({{&test, level.scale}, hasCrosswalk});
    return isTrue;
  }

  bool requires_(const Test& test, const Row& row) {
    const ArrayRef<model::Requirement> requirements =
        row.source == SourceId::Profile
            ? static_cast<const model::Profile*>(row.record)->requirements
            : static_cast<const model::Rule*>(row.record)->requirements;
    return llvm::any_of(requirements, [&](const model::Requirement& it) {
      const model::Competency& competency = view_.model[it.competency];
      if (!test.records.contains(&competency)) return false;
      if (test.importance && *test.importance != it.importance) return false;
      if (test.levels.empty()) return true;
      return !it.level.isNone() && levelFulfils(test, test.levelOp, {competency.scale, it.level});
    });
  }

  struct ByPlace {
    bool operator()(const std::pair<const Test*, model::ScaleId>& a,
                    const std::pair<const Test*, model::ScaleId>& b) const {
      return std::tie(a.first->span, a.second) < std::tie(b.first->span, b.second);
    }
  };

  const View& view_;
  /// Whether there is a crosswalk that would lead there.
  std::map<std::pair<const Test*, model::ScaleId>, bool, ByPlace> notCompared_;
};

// ---- The answer --------------------------------------------------------------------------------

template <class T>
void arrange(std::vector<T>& rows, const std::vector<size_t>& places) {
  std::vector<T> out;
  out.reserve(rows.size());
  for (const size_t place : places) out.push_back(std::move(rows[place]));
  rows = std::move(out);
}

class Evaluator {
public:
  Evaluator(const TypedQuery& query, const View& view) : query_(query), view_(view), judge_(view) {}

  Answer run() {
    std::vector<Row> rows = view_.rows(query_.source->source, query_.source->variant);
    if (query_.where)
      llvm::erase_if(rows, [&](const Row& row) { return !judge_.holds(*query_.where, row); });
    if (query_.isCount) {
      count(rows);
    } else {
      select(rows);
    }
    if (query_.limit && answer_.rows.size() > *query_.limit) answer_.rows.resize(*query_.limit);
    answer_.notCompared = judge_.takeNotCompared();
    return std::move(answer_);
  }

private:
  void select(std::vector<Row>& rows) {
    for (const TypedColumn& column : query_.columns)
      answer_.columns.push_back({column.name, column.type});
    if (!query_.sort.empty()) {
      std::vector<SortColumn> columns;
      for (const TypedSort& it : query_.sort) columns.push_back({it.column.type, it.isDescending});
      std::vector<std::vector<SortValue>> keys;
      keys.reserve(rows.size());
      for (const Row& row : rows) {
        auto& key = keys.emplace_back();
        for (const TypedSort& it : query_.sort)
          key.push_back(sortValue(view_, it.column.type, read(view_, it.column, row)));
      }
      arrange(rows, sorted(columns, keys));
    }
    if (query_.limit && rows.size() > *query_.limit) rows.resize(*query_.limit);
    answer_.rows.reserve(rows.size());
    for (const Row& row : rows) {
      auto& cells = answer_.rows.emplace_back();
      for (const TypedColumn& column : query_.columns) cells.push_back(read(view_, column, row));
    }
  }

  // ---- Counting

  struct Group {
    std::vector<Values> cells;
    std::vector<SortValue> key;
    size_t count = 0;
  };

  /// A row with several values counts once for each; without any, for none.
  void count(const std::vector<Row>& rows) {
    for (const TypedColumn& column : query_.columns)
      answer_.columns.push_back({column.name, column.type.element()});
    FieldType number;
    number.type = Type::Number;
    answer_.columns.push_back({"count", number});
    if (query_.columns.empty()) groups_[""].count = 0;
    for (const Row& row : rows) {
      std::vector<Values> cells;
      for (const TypedColumn& column : query_.columns) cells.push_back(read(view_, column, row));
      Group group;
      add(cells, 0, "", group);
    }
    finishCount();
  }

  void add(const std::vector<Values>& cells, size_t at, const std::string& name, Group& group) {
    if (at == cells.size()) {
      Group& known = groups_[name];
      if (known.count++ == 0) {
        known.cells = group.cells;
        known.key = group.key;
      }
      return;
    }
    std::set<std::string> seen;
    const auto one = [&](const Values& values) {
      const std::string key = keyOf(at, values);
      // Twice the same in a list is still one row.
      if (!seen.insert(key).second) return;
      group.cells.push_back(values);
      group.key.push_back(sortValue(view_, query_.columns[at].type, values));
      add(cells, at + 1, name + key, group);
      group.cells.pop_back();
      group.key.pop_back();
    };
    if (cells[at].empty()) one({});
    for (const Value& value : cells[at]) one({value});
  }

  std::string keyOf(size_t column, const Values& values) const {
    if (values.empty()) return "-;";
    const SortValue key = sortValue(view_, query_.columns[column].type, values);
    const auto record = reinterpret_cast<uintptr_t>(key.record);
    return fmt::format("{},{},{},{}:{};", key.first, key.second, record, key.exact.size(),
                       key.exact);
  }

  void finishCount() {
    std::vector<SortColumn> columns;
    for (const TypedSort& it : query_.sort)
      columns.push_back({answer_.columns[it.place].type, it.isDescending});
    for (const TypedColumn& it : query_.columns) columns.push_back({it.type.element(), false});
    std::vector<std::vector<SortValue>> keys;
    for (auto& [name, group] : groups_) {
      Values count;
      count.emplace_back().number = static_cast<double>(group.count);
      std::vector<SortValue> values = group.key;
      values.push_back(sortValue(view_, answer_.columns.back().type, count));
      auto& key = keys.emplace_back();
      for (const TypedSort& it : query_.sort) key.push_back(values[it.place]);
      key.insert(key.end(), group.key.begin(), group.key.end());
      group.cells.push_back(count);
      answer_.rows.push_back(std::move(group.cells));
    }
    arrange(answer_.rows, sorted(columns, keys));
  }

  const TypedQuery& query_;
  const View& view_;
  Judge judge_;
  Answer answer_;
  std::map<std::string, Group> groups_;
};

}  // namespace

Answer evaluate(const TypedQuery& query, const View& view) { return Evaluator(query, view).run(); }

}  // namespace cadre::query
