#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "support/suggest.h"

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

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
      diags_.report(scale.range->span, diag::RangeReversed, scale.range->low.text,
                    scale.range->high.text);
    }
    items.each<syntax::Level>(ItemName::Level, [&](const syntax::Level& level) {
      diags_.report(level.level.span, diag::LevelsOnNumeric, record.name);
    });
    return;
  }
  fillLevels(scaleId, items, entriesOf(id));
  if (tables_.scales[scaleId].levels.empty() && !scale.broken) {
    diags_.report(scale.name.span, diag::ScaleWithoutLevels, scale.name.text).help(diag::AddLevels);
  }
}

void Checker::fillLevels(model::ScaleId id, const Items& items, TextList texts) {
  SmallVector<model::LevelId, 8> levels;
  llvm::StringMap<Span> seen;
  items.each<syntax::Level>(ItemName::Level, [&](const syntax::Level& source) {
    if (source.level.isEmpty()) return;
    if (source.level.number) {
      diags_.report(source.level.span, diag::LevelNameNeeded, tables_.scales[id].name,
                    source.level.number->text);
      return;
    }
    const StringRef name = source.level.name.text;
    const auto [entry, added] = seen.try_emplace(name, source.level.span);
    if (!added) {
      diags_.report(source.level.span, diag::LevelTwice, name)
          .label(entry->second, diag::FirstLevel);
      return;
    }
    const auto entries = levelEntries(texts, source.level);
    const Items inner = itemsOf(source.block, Owner::ScaleLevel);
    model::Level level;
    level.scale = id;
    level.name = keep(name);
    level.ordinal = static_cast<uint32_t>(levels.size() + 1);
    level.title = title(source.title, entries);
    level.about = itemText(inner, ItemName::About, entries);
    level.span = source.level.span;
    llvm::StringMap<Span> labels;
    llvm::StringMap<unsigned> hashes;
    const BulletOwner owner{tables_.scales[id].key, name, name, labels, hashes};
    level.descriptors = bullets(source.block, Place::Direct, owner, blocksOf(entries));
    levels.push_back(tables_.levels.add(level));
  });
  tables_.scales[id].levels = builder_.arena().copyOf(levels);
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
  std::string out;
  for (const model::LevelId level : tables_.scales[scale].levels) {
    if (!out.empty()) out += ", ";
    out += fmt::format("`{}`", tables_.levels[level].name);
  }
  return out;
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
    if (ref.number->value < scale.low || ref.number->value > scale.high) {
      diags_.report(ref.span, diag::NumberOutOfRange, ref.number->text, scale.name, low, high)
          .label(scale.span, diag::ScaleDeclared);
      return std::nullopt;
    }
    return model::LevelValue{{}, ref.number->value};
  }
  if (ref.number) {
    diags_.report(ref.span, diag::LevelNameNeeded, scale.name, ref.number->text)
        .help(diag::LevelsAre, listLevels(scaleId));
    return std::nullopt;
  }
  std::vector<StringRef> names;
  for (const model::LevelId level : scale.levels) {
    if (tables_.levels[level].name == ref.name.text) return model::LevelValue{level, std::nullopt};
    names.push_back(tables_.levels[level].name);
  }
  // A scale whose levels did not parse is not judged by.
  if (names.empty()) return std::nullopt;
  diags_.report(ref.span, diag::LevelNotOnScale, ref.name.text, scale.name)
      .label(scale.span, diag::ScaleDeclared)
      .note(diag::LevelsAre, listLevels(scaleId))
      .didYouMean(ref.span, suggest(ref.name.text, names));
  return std::nullopt;
}

std::optional<model::LevelValue> Checker::levelOf(model::CompetencyId id,
                                                  const syntax::LevelRef* ref, Span place,
                                                  StringRef word) {
  const model::Competency& competency = tables_.competencies[id];
  if (badScale_[id.index()]) return std::nullopt;
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
  if (!value || !value->level || competency.levels.empty()) return value;
  std::string offered;
  for (const model::CompetencyLevel& level : competency.levels) {
    if (level.level == *value) return value;
    if (!offered.empty()) offered += ", ";
    offered += fmt::format("`{}`", display(level.level));
  }
  diags_.report(ref->span, diag::LevelNotDefined, competency.name, display(*value))
      .label(competency.span, diag::DeclarationPlace)
      .note(diag::DefinesLevels, offered);
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
  SmallVector<model::Crosswalk::Pair, 8> pairs;
  bool complete = !crosswalk.broken;
  items.each<syntax::Steps>(ItemName::Steps, [&](const syntax::Steps& row) {
    if (row.broken || row.ends.size() != 2) {
      if (!row.broken) diags_.report(row.span, diag::CrosswalkRow);
      complete = false;
      return;
    }
    const auto from = levelOn(record.from, row.ends[0]);
    const auto to = levelOn(record.to, row.ends[1]);
    if (!from || !to) {
      complete = false;
      return;
    }
    const auto same = llvm::find_if(pairs, [&](const auto& pair) { return pair.from == *from; });
    if (same != pairs.end()) {
      diags_.report(row.ends[0].span, diag::LevelTwice, display(*from));
      complete = false;
      return;
    }
    if (!pairs.empty() && rank(pairs.back().from) < rank(*from) &&
        rank(pairs.back().to) > rank(*to)) {
      diags_.report(row.ends[1].span, diag::CrosswalkFalls, record.name, display(*to));
      complete = false;
    }
    pairs.push_back({*from, *to});
  });
  llvm::stable_sort(pairs,
                    [&](const auto& a, const auto& b) { return rank(a.from) < rank(b.from); });
  record.pairs = builder_.arena().copyOf(pairs);
  if (complete) checkCrosswalk(record, crosswalk);
}

void Checker::checkCrosswalk(const model::Crosswalk& record, const syntax::Crosswalk& crosswalk) {
  std::string missing;
  for (const model::LevelId level : tables_.scales[record.from].levels) {
    const bool there =
        llvm::any_of(record.pairs, [&](const auto& pair) { return pair.from.level == level; });
    if (there) continue;
    if (!missing.empty()) missing += ", ";
    missing += fmt::format("`{}`", tables_.levels[level].name);
  }
  if (!missing.empty())
    diags_.report(crosswalk.name.span, diag::CrosswalkGap, record.name, missing);
}

}  // namespace cadre::sema
