#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "sema/wording.h"
#include "support/suggest.h"

#include <map>

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

namespace {

/// A scale with more levels than this is not listed in messages.
constexpr size_t mostListed = 100;

}  // namespace

void Checker::fillParents(SymbolId id) {
  const Symbol& symbol = names_[id];
  if (symbol.kind == SymbolKind::Category) {
    tables_.categories[idOf<model::Category>(id)].parent = idOf<model::Category>(symbol.parent);
  } else if (symbol.kind == SymbolKind::Family) {
    tables_.families[idOf<model::Family>(id)].parent = idOf<model::Family>(symbol.parent);
  }
  syntax::visit(*symbol.item, [&](const auto& node) {
    if constexpr (requires {
                    node.title;
                    node.name;
                  }) {
      declarationOf(id)->title = title(node.title, entriesOf(id));
      // A crosswalk is for machines; everything that people read has a title.
      if (!node.title && !node.broken && symbol.kind != SymbolKind::Crosswalk) {
        diags_.report(symbol.span, diag::TitleMissing, symbol.name);
      }
    }
  });
}

void Checker::fillScale(SymbolId id, const syntax::Scale& scale) {
  const auto scaleId = idOf<model::Scale>(id);
  const Items items = itemsOf(scale.block, Owner::Scale);
  model::Scale& record = tables_.scales[scaleId];
  fillCommon(record, model::DeclKind::Scale, items, entriesOf(id));
  record.cumulative = scale.cumulative;
  if (scale.range) {
    record.kind = model::ScaleKind::Numeric;
    record.low = scale.range->low.value;
    record.high = scale.range->high.value;
    if (record.low >= record.high) {
      openScale_[scaleId.index()] = true;
      diags_.report(scale.range->span, diag::RangeReversed, scale.range->low.text,
                    scale.range->high.text);
    }
    if (const auto* level = items.find<syntax::Level>(ItemName::Level))
      diags_.report(level->level.span, diag::LevelsOnNumeric, record.name);
    return;
  }
  openScale_[scaleId.index()] = scale.broken;
  reportNumberedLevel(scaleId, items);
  fillLevels(scaleId, items, entriesOf(id));
  if (tables_.scales[scaleId].levels.empty() && !openScale_[scaleId.index()]) {
    diags_.report(scale.name.span, diag::ScaleWithoutLevels, scale.name.text).help(diag::AddLevels);
  }
}

/// Reports the first number among the levels of an ordinal scale, which may be meant as a range.
void Checker::reportNumberedLevel(model::ScaleId id, const Items& items) {
  const syntax::Number* first = nullptr;
  const syntax::Number* last = nullptr;
  items.each<syntax::Level>(ItemName::Level, [&](const syntax::Level& level) {
    if (!level.level.number) return;
    last = level.level.number;
    if (!first) first = last;
  });
  if (!first) return;
  openScale_[id.index()] = true;
  auto report = diags_.report(first->span, diag::LevelIsNumber, first->text);
  if (first->value < last->value) report.help(diag::NameOrRange, first->text, last->text);
}

void Checker::fillLevels(model::ScaleId id, const Items& items, TextList texts) {
  SmallVector<model::LevelId, 8> levels;
  llvm::StringMap<Span> seen;
  items.each<syntax::Level>(ItemName::Level, [&](const syntax::Level& source) {
    if (source.level.isEmpty()) openScale_[id.index()] = true;
    if (source.level.isEmpty() || source.level.number) return;
    const StringRef name = source.level.name.text;
    const auto [entry, added] = seen.try_emplace(name, source.level.span);
    if (!added) {
      // One of the two was meant to be called otherwise.
      openScale_[id.index()] = true;
      diags_.report(source.level.span, diag::LevelTwice, name)
          .label(entry->second, diag::FirstLevel);
      return;
    }
    levels.push_back(fillLevel(id, source, static_cast<uint32_t>(levels.size() + 1), texts));
    levelNames_[id.index()].try_emplace(name, levels.back());
  });
  tables_.scales[id].levels = builder_.arena().copyOf(levels);
}

model::LevelId Checker::fillLevel(model::ScaleId id, const syntax::Level& source, uint32_t ordinal,
                                  TextList texts) {
  const auto entries = levelEntries(texts, source.level);
  const Items inner = itemsOf(source.block, Owner::ScaleLevel);
  model::Level level;
  level.scale = id;
  level.name = keep(source.level.name.text);
  level.ordinal = ordinal;
  level.title = title(source.title, entries);
  level.about = itemText(inner, ItemName::About, entries);
  level.span = source.level.span;
  llvm::StringMap<Span> labels;
  llvm::StringMap<unsigned> hashes;
  const BulletOwner owner{tables_.scales[id].key, level.name,   level.name, level.span,
                          source.block,           labels, hashes, level.name};
  level.descriptors = bullets(source.block, Place::Direct, owner, blocksOf(entries));
  return tables_.levels.add(level);
}

void Checker::fillKind(SymbolId id, const syntax::Kind& kind) {
  model::Kind& record = tables_.kinds[idOf<model::Kind>(id)];
  fillCommon(record, model::DeclKind::Kind, itemsOf(kind.block, Owner::Kind), entriesOf(id));
  record.like = model::KindId(3);
  if (kind.like.isEmpty()) return;
  for (uint32_t i = 0; i < 4; ++i) {
    if (tables_.kinds[model::KindId(i)].name == kind.like.text) {
      record.like = model::KindId(i);
      return;
    }
  }
  diags_.report(kind.like.span, diag::UnknownKindBase)
      .didYouMean(kind.like.span,
                  suggest(kind.like.text, {"technical", "behavioural", "leadership", "general"}));
}

// ---- Values ------------------------------------------------------------------------------------

double Checker::rank(const model::LevelValue& value) const {
  if (value.number) return *value.number;
  return value.level ? tables_.levels[value.level].ordinal : 0;
}

std::string Checker::display(const model::LevelValue& value) const {
  if (value.number) return model::formatNumber(*value.number);
  return value.level ? tables_.levels[value.level].name.str() : std::string();
}

std::string Checker::listLevels(model::ScaleId scale) const {
  SmallVector<StringRef, 8> names;
  const auto levels = tables_.scales[scale].levels;
  for (const model::LevelId level : levels.take_front(mostListed))
    names.push_back(tables_.levels[level].name);
  return quotedList(names) + (levels.size() > mostListed ? ", …" : "");
}

std::optional<model::LevelValue> Checker::levelOn(model::ScaleId scaleId,
                                                  const syntax::LevelRef& ref) {
  const model::Scale& scale = tables_.scales[scaleId];
  if (ref.isEmpty()) return std::nullopt;
  if (scale.kind == model::ScaleKind::Numeric) {
    const std::string low = model::formatNumber(scale.low);
    const std::string high = model::formatNumber(scale.high);
    if (!ref.number) {
      diags_.report(ref.span, diag::NumberNeeded, scale.name, low, high, ref.name.text);
      return std::nullopt;
    }
    const bool inside = ref.number->value >= scale.low && ref.number->value <= scale.high;
    if (!inside && !openScale_[scaleId.index()]) {
      diags_.report(ref.span, diag::NumberOutOfRange, ref.number->text, "scale", scale.name, low,
                    high)
          .label(scale.span, diag::ScaleDeclared);
      return std::nullopt;
    }
    return model::LevelValue{{}, ref.number->value};
  }
  if (ref.number && !openScale_[scaleId.index()] && !scale.levels.empty()) {
    diags_.report(ref.span, diag::LevelNameNeeded, scale.name, ref.number->text)
        .help(diag::LevelsAre, listLevels(scaleId));
    return std::nullopt;
  }
  if (const model::LevelId level = findLevel(scaleId, ref.name.text))
    return model::LevelValue{level, std::nullopt};
  // A scale with a level that was reported is not judged by.
  if (!scale.levels.empty() && !ref.number && !openScale_[scaleId.index()])
    notOnScale_[{scaleId.index(), ref.name.text}].push_back(ref.span);
  return std::nullopt;
}

model::LevelId Checker::findLevel(model::ScaleId scale, StringRef name) const {
  const auto names = levelNames_.find(scale.index());
  return names == levelNames_.end() ? model::LevelId() : names->second.lookup(name);
}

/// Reports each level that its scale does not have at the first place that says it.
void Checker::reportNotOnScale() {
  constexpr size_t mostPlaces = 4;
  for (auto& [key, places] : notOnScale_) {
    const model::ScaleId id(key.first);
    const model::Scale& scale = tables_.scales[id];
    llvm::sort(places);
    auto report = diags_.report(places.front(), diag::LevelNotOnScale, key.second, scale.name);
    report.label(scale.span, diag::ScaleDeclared);
    for (const Span place : ArrayRef(places).drop_front().take_front(mostPlaces))
      report.label(place, diag::SaidHereToo);
    if (scale.levels.size() > mostListed) continue;
    std::vector<StringRef> names;
    for (const model::LevelId level : scale.levels) names.push_back(tables_.levels[level].name);
    report.note(diag::LevelsAre, listLevels(id))
        .didYouMean(places.front(), suggest(key.second, names));
  }
}

std::optional<model::LevelValue> Checker::levelOf(model::CompetencyId id,
                                                  const syntax::LevelRef* ref, Span place,
                                                  StringRef word) {
  const model::Competency& competency = tables_.competencies[id];
  if (competencyDoubts_[id.index()].scale) return std::nullopt;
  if (!competency.scale) {
    if (!ref) return model::LevelValue{};
    diags_.report(ref->span, diag::LevelWithoutScale, competency.name)
        .label(competency.span, diag::DeclarationPlace)
        .help(diag::RemoveLevel);
    return std::nullopt;
  }
  const model::Scale& scale = tables_.scales[competency.scale];
  if (!ref) {
    auto report = diags_.report(place, diag::LevelNeeded, competency.name, scale.name, word);
    if (scale.kind == model::ScaleKind::Ordinal)
      report.note(diag::LevelsAre, listLevels(competency.scale));
    return std::nullopt;
  }
  const auto value = levelOn(competency.scale, *ref);
  const bool offersAll = competency.levels.empty() || competencyDoubts_[id.index()].levels;
  if (!value || !value->level || offersAll) return value;
  // They are in the order of the scale.
  const auto* const found = llvm::lower_bound(
      competency.levels, *value,
      [&](const model::CompetencyLevel& one, const model::LevelValue& other) {
        return rank(one.level) < rank(other);
      });
  if (found != competency.levels.end() && found->level == *value) return value;
  SmallVector<StringRef, 8> offered;
  for (const model::CompetencyLevel& level : competency.levels.take_front(mostListed))
    offered.push_back(tables_.levels[level.level.level].name);
  diags_.report(ref->span, diag::LevelNotDefined, competency.name, display(*value))
      .label(competency.span, diag::DeclarationPlace)
      .note(diag::DefinesLevels, quotedList(offered));
  return std::nullopt;
}

// ---- Crosswalks --------------------------------------------------------------------------------

void Checker::fillCrosswalk(SymbolId id, const syntax::Crosswalk& crosswalk) {
  const Items items = itemsOf(crosswalk.block, Owner::Crosswalk);
  model::Crosswalk& record = tables_.crosswalks[idOf<model::Crosswalk>(id)];
  fillCommon(record, model::DeclKind::Crosswalk, items, entriesOf(id));
  record.from = resolve<model::Scale>(crosswalk.from, SymbolKind::Scale);
  record.to = resolve<model::Scale>(crosswalk.to, SymbolKind::Scale);
  if (!record.from || !record.to) return;
  if (record.from == record.to) {
    diags_.report(crosswalk.to.span, diag::CrosswalkToItself, record.name,
                  tables_.scales[record.to].name);
    return;
  }
  SmallVector<CrosswalkRow, 8> rows;
  std::map<double, Span> seen;
  bool complete = !crosswalk.broken;
  items.each<syntax::Steps>(ItemName::Steps, [&](const syntax::Steps& source) {
    const auto row = crosswalkRow(record, source);
    complete &= row.has_value();
    if (!row) return;
    const auto [first, added] = seen.try_emplace(rank(row->pair.from), source.ends[0].span);
    if (added) {
      rows.push_back(*row);
      return;
    }
    complete = false;
    diags_.report(source.ends[0].span, diag::LevelTwice, display(row->pair.from))
        .label(first->second, diag::FirstLevel);
  });
  llvm::stable_sort(rows, [&](const auto& a, const auto& b) {
    return rank(a.pair.from) < rank(b.pair.from);
  });
  SmallVector<model::Crosswalk::Pair, 8> pairs;
  for (const CrosswalkRow& row : rows) pairs.push_back(row.pair);
  record.pairs = builder_.arena().copyOf(pairs);
  checkFalls(record, rows);
  if (complete) checkGaps(record, crosswalk);
}

std::optional<Checker::CrosswalkRow> Checker::crosswalkRow(const model::Crosswalk& record,
                                                           const syntax::Steps& source) {
  if (source.broken) return std::nullopt;
  if (source.ends.size() != 2) {
    diags_.report(source.span, diag::CrosswalkEnds);
    return std::nullopt;
  }
  const auto from = levelOn(record.from, source.ends[0]);
  const auto to = levelOn(record.to, source.ends[1]);
  if (!from || !to) return std::nullopt;
  return CrosswalkRow{{*from, *to}, &source};
}

/// Of `rows`, which are in the order of the left scale, none leads lower than the one below it.
void Checker::checkFalls(const model::Crosswalk& record, ArrayRef<CrosswalkRow> rows) {
  for (size_t i = 1; i < rows.size(); ++i) {
    const CrosswalkRow& below = rows[i - 1];
    if (rank(rows[i].pair.to) >= rank(below.pair.to)) continue;
    diags_
        .report(rows[i].source->ends[1].span, diag::CrosswalkFalls, record.name,
                display(rows[i].pair.from), display(below.pair.from))
        .label(below.source->ends[1].span, diag::LeadsHigher, display(below.pair.from));
  }
}

void Checker::checkGaps(const model::Crosswalk& record, const syntax::Crosswalk& crosswalk) {
  if (openScale_[record.from.index()]) return;
  const model::Scale& scale = tables_.scales[record.from];
  // Numbers between two rows are read off them; without a row nothing is.
  if (scale.kind == model::ScaleKind::Numeric && record.pairs.empty()) {
    diags_.report(crosswalk.name.span, diag::CrosswalkGap, record.name,
                  fmt::format("the numbers from {} to {}", model::formatNumber(scale.low),
                              model::formatNumber(scale.high)));
    return;
  }
  llvm::DenseSet<uint32_t> there;
  for (const auto& pair : record.pairs) {
    if (pair.from.level) there.insert(pair.from.level.index());
  }
  SmallVector<StringRef, 8> missing;
  for (const model::LevelId level : scale.levels) {
    if (!there.contains(level.index())) missing.push_back(tables_.levels[level].name);
  }
  if (missing.empty()) return;
  diags_.report(crosswalk.name.span, diag::CrosswalkGap, record.name, quotedList(missing));
}

}  // namespace cadre::sema
