#include "diag/kinds/sema.h"
#include "resolve/circles.h"
#include "sema/checker.h"
#include "sema/formats.h"
#include "support/suggest.h"

#include <map>

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

void Checker::fillStatement(SymbolId id, const syntax::Statement& statement) {
  model::Statement& record = tables_.statements[idOf<model::Statement>(id)];
  const Items items = itemsOf(statement.block, Owner::Statement);
  record.sort = static_cast<model::StatementSort>(statement.sort);
  fillCommon(record, model::DeclKind::Statement, items, entriesOf(id));
  record.text = translatedText(
      statement.text, [](const TranslationEntry& entry) { return entry.title; }, entriesOf(id));
  if (!statement.text && !statement.broken) {
    diags_.report(names_[id].span, diag::StatementText, record.name);
  } else if (statement.text) {
    refuseEmpty(*statement.text, "text");
  }
}

StringRef Checker::url(const Items& items) {
  const syntax::Text* source = items.text(ItemName::Url);
  if (!source) return {};
  if (!isAbsoluteUri(source->value)) diags_.report(source->span, diag::BadUri, source->value);
  return keep(source->value);
}

void Checker::fillCredential(SymbolId id, const syntax::Credential& credential) {
  model::Credential& record = tables_.credentials[idOf<model::Credential>(id)];
  const Items items = itemsOf(credential.block, Owner::Credential);
  fillCommon(record, model::DeclKind::Credential, items, entriesOf(id));
  if (const auto* source = items.text(ItemName::Issuer)) record.issuer = keep(source->value);
  record.url = url(items);
  const auto* renews = items.find<syntax::Renews>(ItemName::Renews);
  if (!renews || renews->broken || !renews->count) return;
  const StringRef unit = renews->unit.text;
  const bool years = unit == "years" || unit == "year";
  if (!years && unit != "months" && unit != "month") {
    diags_.report(renews->unit.span, diag::RenewalUnit, unit)
        .didYouMean(renews->unit.span, suggest(unit, {"months", "years"}));
    return;
  }
  const double count = renews->count->value;
  if (count < 1 || count > 1200 || count != static_cast<double>(static_cast<uint32_t>(count))) {
    diags_.report(renews->count->span, diag::RenewalNotPositive, renews->count->text);
    return;
  }
  record.renewsEveryMonths = static_cast<uint32_t>(count) * (years ? 12 : 1);
}

void Checker::fillResource(SymbolId id, const syntax::Resource& resource) {
  const Items items = itemsOf(resource.block, Owner::Resource);
  model::Resource& record = tables_.resources[idOf<model::Resource>(id)];
  fillCommon(record, model::DeclKind::Resource, items, entriesOf(id));
  if (const auto* word = items.word(ItemName::Type)) record.type = keep(word->text);
  record.url = url(items);
  SmallVector<model::Development, 4> develops;
  items.each<syntax::Develops>(ItemName::Develops, [&](const syntax::Develops& item) {
    if (item.broken) return;
    const auto competency = resolve<model::Competency>(item.competency, SymbolKind::Competency);
    if (!competency) return;
    // A resource may develop a competency without saying how far.
    if (!item.level) {
      develops.push_back({competency, {}});
    } else if (const auto level = levelOf(competency, item.level, item.competency.span, "to")) {
      develops.push_back({competency, *level});
    }
  });
  record.develops = builder_.arena().copyOf(develops);
}

/// What references to a competency need: its scale and the levels it offers.
void Checker::fillCompetencyHead(SymbolId id, const syntax::Competency& competency) {
  const auto competencyId = idOf<model::Competency>(id);
  model::Competency& record = tables_.competencies[competencyId];
  fillCompetencyKind(record, competency);
  record.scale = tables_.frameworks[record.framework].defaultScale;
  competencyDoubts_[competencyId.index()].scale = badDefaultScale_[package_];
  if (!competency.block) return;
  fillCompetencyScale(competencyId, *competency.block);
  // The levels alone; their content comes with the body, when everything it names is known.
  fillCompetencyLevels(competencyId, *competency.block);
}

void Checker::fillCompetencyKind(model::Competency& record, const syntax::Competency& competency) {
  record.kind = model::KindId(3);
  if (competency.kindName.isEmpty()) return;
  for (uint32_t i = 0; i < 4; ++i) {
    if (tables_.kinds[model::KindId(i)].name != competency.kindName.text) continue;
    record.kind = model::KindId(i);
    return;
  }
  const auto kind = resolve<model::Kind>(competency.kindName, SymbolKind::Kind);
  if (kind) record.kind = kind;
}

void Checker::fillCompetencyScale(model::CompetencyId id, const syntax::Block& block) {
  model::Competency& record = tables_.competencies[id];
  for (const syntax::Item* item : block.items) {
    const auto* scale = llvm::dyn_cast<syntax::Scale>(item);
    if (!scale || scale->name.isEmpty()) continue;
    const bool none = scale->name.text == "none";
    record.scale = none ? model::ScaleId() : resolve<model::Scale>(scale->name, SymbolKind::Scale);
    competencyDoubts_[id.index()].scale = !none && !record.scale;
    return;
  }
}

void Checker::fillCompetencyLevels(model::CompetencyId id, const syntax::Block& block) {
  model::Competency& record = tables_.competencies[id];
  CompetencyDoubts& doubts = competencyDoubts_[id.index()];
  SmallVector<model::CompetencyLevel, 8> levels;
  std::map<double, Span> seen;
  for (const syntax::Item* item : block.items) {
    const auto* level = llvm::dyn_cast<syntax::Level>(item);
    if (!level || doubts.scale) continue;
    if (!record.scale) {
      doubts.scale = true;
      if (level->broken) continue;
      diags_.report(level->level.span, diag::LevelWithoutScale, record.name).help(diag::RemoveLevel);
      continue;
    }
    const auto value = levelOn(record.scale, level->level);
    doubts.levels |= !value;
    if (!value) continue;
    const auto [first, added] = seen.try_emplace(rank(*value), level->level.span);
    if (!added) {
      diags_.report(level->level.span, diag::LevelTwice, display(*value))
          .label(first->second, diag::FirstLevel);
      continue;
    }
    model::CompetencyLevel one;
    one.level = *value;
    one.span = level->level.span;
    levels.push_back(one);
  }
  llvm::stable_sort(levels,
                    [&](const auto& a, const auto& b) { return rank(a.level) < rank(b.level); });
  record.levels = builder_.arena().copyOf(levels);
}

void Checker::fillCompetencyBody(SymbolId id, const syntax::Competency& competency) {
  const auto competencyId = idOf<model::Competency>(id);
  const Items items = itemsOf(competency.block, Owner::Competency);
  const TextList texts = entriesOf(id);
  model::Competency& record = tables_.competencies[competencyId];
  fillCommon(record, model::DeclKind::Competency, items, texts);
  SmallVector<model::CategoryId, 2> categories;
  items.each<syntax::Membership>(ItemName::Membership, [&](const syntax::Membership& item) {
    for (const syntax::QualifiedName& name : item.categories) {
      const auto category = resolve<model::Category>(name, SymbolKind::Category);
      if (category && !llvm::is_contained(categories, category)) categories.push_back(category);
    }
  });
  record.categories = builder_.arena().copyOf(categories);
  if (const auto* item = items.find<syntax::PartOf>(ItemName::PartOf)) fillPartOf(record, *item);

  llvm::StringMap<Span> labels;
  llvm::StringMap<unsigned> hashes;
  SmallVector<model::CompetencyLevel, 8> levels(record.levels.begin(), record.levels.end());
  llvm::DenseMap<uint32_t, model::CompetencyLevel*> byPlace;
  for (model::CompetencyLevel& level : levels) byPlace[level.span.begin] = &level;
  items.each<syntax::Level>(ItemName::Level, [&](const syntax::Level& level) {
    model::CompetencyLevel* const target = byPlace.lookup(level.level.span.begin);
    if (target) fillCompetencyLevel(level, texts, {record.key, record.name, {}, record.span, competency.block, labels, hashes}, *target);
  });
  record.levels = builder_.arena().copyOf(levels);
  const BulletOwner owner{record.key, record.name,      {},     record.span,
                          competency.block, labels, hashes};
  record.rubric = rubric(competency.block, owner, blocksOf(texts));
  if (record.scale && !record.rubric.indicators.empty()) {
    const model::Scale& scale = tables_.scales[record.scale];
    const std::string example = scale.levels.empty()
                                    ? model::formatNumber(scale.low)
                                    : tables_.levels[scale.levels.front()].name.str();
    diags_.report(record.rubric.indicators.front().text.span, diag::IndicatorsOutsideLevel, record.name)
        .help(diag::PutIntoLevel, example);
  }
  record.statements = statementUses(items, competency.block, owner, blocksOf(texts));
  record.credentials = credentialUses(items);
}

void Checker::fillCompetencyLevel(const syntax::Level& level, TextList texts,
                                  const BulletOwner& owner,
                                  model::CompetencyLevel& out) {
  const auto entries = levelEntries(texts, level.level);
  const Items items = itemsOf(level.block, Owner::CompetencyLevel);
  const std::string name = display(out.level);
  const std::string levelName = out.level.number ? model::formatNumber(*out.level.number)
                                                 : tables_.levels[out.level.level].name.str();
  out.title = title(level.title, entries);
  out.about = itemText(items, ItemName::About, entries);
  out.rubric = rubric(level.block,
                          {owner.key, owner.name, name, out.span, owner.block, owner.labels,
                           owner.hashes, levelName},
                          blocksOf(entries));
}

/// A competency is part of one other: the model, and what is made of it, draw a tree.
void Checker::fillPartOf(model::Competency& record, const syntax::PartOf& item) {
  if (item.wholes.empty()) return;
  const auto whole = resolve<model::Competency>(item.wholes.front(), SymbolKind::Competency);
  if (whole) record.partOf = builder_.arena().copyOf(SmallVector<model::CompetencyId, 1>{whole});
  if (item.wholes.size() == 1) return;
  diags_.report(item.wholes[1].span, diag::GivenTwice, "part of")
      .label(item.wholes.front().span, diag::FirstGiven);
}

model::Rubric Checker::rubric(const syntax::Block* block, const BulletOwner& owner,
                              const TranslationList& translated) {
  model::Rubric out;
  out.indicators = bullets(block, Place::Direct, owner, translated);
  out.develop = bullets(block, Place::Develop, owner, translated);
  out.evidence = bullets(block, Place::Evidence, owner, translated);
  out.interview = bullets(block, Place::Interview, owner, translated);
  if (!block) return out;
  for (const syntax::Item* item : block->items) {
    if (const auto* list = llvm::dyn_cast<syntax::BulletList>(item))
      itemsOf(list->block, Owner::Bullets);
  }
  return out;
}

ArrayRef<model::StatementUse> Checker::statementUses(const Items& items, const syntax::Block* block,
                                                     const BulletOwner& owner,
                                                     const TranslationList& translated) {
  SmallVector<model::StatementUse, 8> out;
  items.each<syntax::Statement>(ItemName::StatementUse, [&](const syntax::Statement& item) {
    const auto sort = static_cast<model::StatementSort>(item.sort);
    if (item.block) itemsOf(item.block, Owner::Bullets);
    for (const syntax::QualifiedName& name : item.names) {
      const auto statement = resolve<model::Statement>(name, SymbolKind::Statement);
      if (!statement) continue;
      const SymbolId symbol = names_.find(package_, name);
      const auto declared = static_cast<model::StatementSort>(
          llvm::cast<syntax::Statement>(names_[symbol].item)->sort);
      if (declared != sort) {
        diags_
            .report(name.span, diag::StatementSortWrong, name.text, withArticle(model::word(declared)),
                    withArticle(model::word(sort)))
            .label(names_[symbol].span, diag::DeclarationPlace);
        continue;
      }
      out.push_back({sort, statement, {}});
    }
  });
  for (const Place place : {Place::Knowledge, Place::Skills, Place::Abilities, Place::Tasks}) {
    const auto sort = static_cast<model::StatementSort>(static_cast<int>(place) -
                                                        static_cast<int>(Place::Knowledge));
    for (const model::Bullet& bullet : bullets(block, place, owner, translated))
      out.push_back({sort, {}, bullet});
  }
  return builder_.arena().copyOf(out);
}

ArrayRef<model::CredentialUse> Checker::credentialUses(const Items& items) {
  SmallVector<model::CredentialUse, 2> out;
  llvm::DenseMap<uint32_t, Span> seen;
  items.each<syntax::Credential>(ItemName::CredentialUse, [&](const syntax::Credential& item) {
    const auto credential = resolve<model::Credential>(item.name, SymbolKind::Credential);
    if (!credential) return;
    const auto [first, added] = seen.try_emplace(credential.index(), item.name.span);
    if (!added) {
      diags_.report(item.name.span, diag::RequiredTwice, item.name.text)
          .label(first->second, diag::FirstLine);
      return;
    }
    const auto importance = item.importance ? static_cast<model::Importance>(item.importance->value)
                                            : model::Importance::Essential;
    out.push_back({credential, importance});
  });
  return builder_.arena().copyOf(out);
}

void Checker::checkPartOf() {
  const auto next = [&](uint32_t index) {
    resolve::Successors out;
    for (const auto whole : tables_.competencies[model::CompetencyId(index)].partOf)
      out.push_back(whole.index());
    return out;
  };
  for (const auto& circle : resolve::findCircles(tables_.competencies.size(), next)) {
    SmallVector<const model::Declaration*, 4> members;
    for (const uint32_t index : circle)
      members.push_back(&tables_.competencies[model::CompetencyId(index)]);
    SmallVector<Span, 8> others;
    for (const auto* member : llvm::drop_begin(members)) others.push_back(member->span);
    diags_.report(members.front()->span, diag::PartOfCycle, drawCircle(members))
        .labels(others, diag::OnTheCircle, diag::MoreOnTheCircle);
  }
}

}  // namespace cadre::sema
