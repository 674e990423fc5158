#include "driver/compare_report.h"
#include "ide/compare_words.h"
#include "lint/wording.h"
#include "model/publication.h"

#include <llvm/Support/JSON.h>

#include <cmath>

namespace cadre::driver {

using ide::CompetencyRow;
using llvm::ArrayRef;
using llvm::StringRef;
using model::Model;

namespace {

constexpr int formatVersion = 1;

/// What the two documents share. Members are called as in framework.json.
class Writer {
public:
  explicit Writer(llvm::raw_ostream& out) : json_(out, 2) {}

protected:
  void profile(const Model& model, StringRef member, model::ProfileId id) {
    const model::Profile& it = model[id];
    json_.attributeObject(member, [&] {
      json_.attribute("id", it.key);
      json_.attribute("name", it.name);
      json_.attribute("title", lint::titleOf(it));
      if (it.family) json_.attribute("family", model[it.family].key);
      json_.attribute("status", model::word(it.status));
      if (it.isAbstract) json_.attribute("abstract", true);
      if (model.isExternal(it)) json_.attribute("external", true);
      if (it.deprecated) json_.attribute("deprecated", true);
    });
  }

  void relation(const Model& model, const ide::Relation& relation) {
    json_.attributeObject("relation", [&] {
      if (relation.toExtendsFrom) json_.attribute("extends", "to-extends-from");
      if (relation.fromExtendsTo) json_.attribute("extends", "from-extends-to");
      ids(model, "commonBases", relation.commonBases);
      if (relation.forward) route(model, "forward", *relation.forward);
      if (relation.backward) route(model, "backward", *relation.backward);
    });
  }

  void alikeness(const ide::Alikeness& alikeness) {
    json_.attributeObject("alike", [&] {
      number("lower", rounded(alikeness.lower()));
      likeness("all", alikeness.all);
      likeness("technical", alikeness.technical);
    });
  }

  void apart(const ide::ProfileTitles& titles, const ide::Comparison& comparison) {
    json_.attributeObject("apart", [&] {
      json_.attribute("by", ide::word(comparison.apart));
      json_.attribute("sentence", ide::CompareWords(titles, comparison, inBackticks).apart());
    });
  }

  void number(StringRef member, double value) {
    json_.attributeBegin(member);
    json_.rawValue(model::formatNumber(value));
    json_.attributeEnd();
  }
  void count(StringRef member, size_t value) {
    json_.attribute(member, static_cast<int64_t>(value));
  }

  static double rounded(double value) { return std::round(value * 1e4) / 1e4; }

  llvm::json::OStream json_;

private:
  void likeness(StringRef member, const ide::Likeness& it) {
    json_.attributeObject(member, [&] {
      if (const auto share = it.share()) number("share", rounded(*share));
      count("either", it.either);
      count("both", it.both);
      count("same", it.same);
    });
  }

  void ids(const Model& model, StringRef member, ArrayRef<model::ProfileId> profiles) {
    if (profiles.empty()) return;
    json_.attributeArray(member, [&] {
      for (const model::ProfileId it : profiles) json_.value(model[it].key);
    });
  }

  void route(const Model& model, StringRef member, const ide::Route& route) {
    json_.attributeObject(member, [&] {
      json_.attribute("path", model[route.path].key);
      ids(model, "profiles", route.profiles);
    });
  }
};

class PairWriter : Writer {
public:
  PairWriter(const Model& model, const ide::Comparison& comparison, llvm::raw_ostream& out)
      : Writer(out), model_(model), it_(comparison) {}

  void write() {
    json_.object([&] {
      json_.attribute("formatVersion", formatVersion);
      json_.attribute("framework", model_.framework().key);
      profile(model_, "from", it_.from);
      profile(model_, "to", it_.to);
      relation(model_, it_.relation);
      json_.attribute("direction", ide::word(it_.direction));
      alikeness(it_.alikeness);
      apart(ide::ProfileTitles(model_), it_);
      array("competencies", it_.competencies, [&](const auto& it) { competency(it); });
      array("step", it_.learning, [&](const auto& it) { learning(it); });
      array("credentials", it_.credentials, [&](const auto& it) { credential(it); });
      array("attributes", it_.attributes, [&](const auto& it) { attribute(it); });
      array("statements", it_.statements, [&](const auto& it) { statements(it); });
    });
  }

private:
  template <class Rows, class One>
  void array(StringRef member, const Rows& rows, One one) {
    json_.attributeArray(member, [&] {
      for (const auto& it : rows) json_.object([&] { one(it); });
    });
  }

  void level(StringRef member, const model::LevelValue& value) {
    if (value.number) {
      number(member, *value.number);
    } else if (value.level) {
      json_.attribute(member, model_[value.level].name);
    }
  }

  /// Of what outputs leave out.
  void draft(const model::Declaration& it) {
    if (model::isDraft(model_, it)) json_.attribute("draft", true);
  }

  void text(StringRef plain, StringRef markdown, const model::Text& text) {
    if (text.isEmpty()) return;
    json_.attribute(plain, text.plain);
    if (!text.markdown.empty()) json_.attribute(markdown, text.markdown);
  }

  // ---- Competencies

  void competency(const CompetencyRow& row) {
    const model::Competency& competency = model_[row.competency];
    json_.attribute("competency", competency.key);
    json_.attribute("title", lint::titleOf(competency));
    json_.attribute("kind", model_.builtinKind(competency).key);
    draft(competency);
    json_.attribute("change", ide::word(row.change));
    if (ide::asksForMore(row.change) || ide::asksForLess(row.change)) {
      if (row.isInBoth()) number("distance", rounded(row.distance));
    }
    if (row.counterpart) {
      json_.attribute("counterpart", model_[row.counterpart].key);
      json_.attribute("bond", ide::word(row.bond));
      level("fromLevelHere", row.fromAsTo);
      level("toLevelThere", row.toAsFrom);
    }
    if (!row.others.empty())
      array("otherCounterparts", row.others, [&](const auto& it) { counterpart(it); });
    if (row.from) requirement("from", *row.from);
    if (row.to) requirement("to", *row.to);
  }

  void counterpart(const ide::Counterpart& it) {
    const model::Competency& competency = model_[it.from->competency];
    json_.attribute("competency", competency.key);
    json_.attribute("title", lint::titleOf(competency));
    draft(competency);
    if (it.bond != ide::Bond::None) json_.attribute("bond", ide::word(it.bond));
    requirement("from", *it.from);
  }

  void requirement(StringRef member, const model::Requirement& it) {
    json_.attributeObject(member, [&] {
      level("level", it.level);
      json_.attribute("importance", model::word(it.importance));
      if (it.weight) number("weight", *it.weight);
      text("because", "becauseMarkdown", it.because);
    });
  }

  // ---- What it takes

  void learning(const ide::Learning& learning) {
    json_.attribute("competency", model_[it_.competencies[learning.row].competency].key);
    array("levels", learning.levels, [&](const auto& it) { levelOnTheWay(it); });
    array("resources", learning.resources, [&](const auto& it) { resource(it); });
    array("credentials", learning.credentials, [&](const model::CredentialUse& it) {
      json_.attribute("credential", model_[it.credential].key);
      json_.attribute("importance", model::word(it.importance));
    });
  }

  void levelOnTheWay(const ide::LevelOnTheWay& it) {
    level("level", it.level);
    if (it.described) {
      if (!it.described->title.isEmpty()) json_.attribute("title", it.described->title.plain);
      text("about", "aboutMarkdown", it.described->about);
    }
    const model::Rubric none;
    const model::Rubric& rubric = it.rubric ? *it.rubric : none;
    if (!rubric.indicators.empty()) {
      array("indicators", rubric.indicators, [&](const model::Bullet& one) {
        json_.attribute("id", one.key);
        bullet(one);
      });
    }
    bullets("develop", rubric.develop);
    bullets("evidence", rubric.evidence);
    bullets("descriptors", it.descriptors);
  }

  void bullets(StringRef member, ArrayRef<model::Bullet> bullets) {
    if (bullets.empty()) return;
    array(member, bullets, [&](const model::Bullet& it) { bullet(it); });
  }

  void bullet(const model::Bullet& it) {
    if (!it.label.empty()) json_.attribute("label", it.label);
    text("text", "textMarkdown", it.text);
  }

  void resource(const ide::HelpfulResource& it) {
    const model::Resource& resource = model_[it.resource];
    json_.attribute("resource", resource.key);
    json_.attribute("title", lint::titleOf(resource));
    draft(resource);
    if (!resource.type.empty()) json_.attribute("type", resource.type);
    if (!resource.url.empty()) json_.attribute("url", resource.url);
    level("level", it.to);
    json_.attribute("reach", ide::word(it.reach));
  }

  // ---- The rest

  void credential(const ide::CredentialRow& row) {
    const model::Credential& credential = model_[row.credential];
    json_.attribute("credential", credential.key);
    json_.attribute("title", lint::titleOf(credential));
    draft(credential);
    if (!credential.issuer.empty()) json_.attribute("issuer", credential.issuer);
    if (credential.renewsEveryMonths > 0) count("renewsEveryMonths", credential.renewsEveryMonths);
    if (!credential.url.empty()) json_.attribute("url", credential.url);
    if (row.from) json_.attribute("from", model::word(*row.from));
    if (row.to) json_.attribute("to", model::word(*row.to));
  }

  void attribute(const ide::AttributeRow& row) {
    const model::Attribute& attribute = model_[row.attribute];
    json_.attribute("attribute", attribute.key);
    json_.attribute("name", attribute.name);
    json_.attribute("title", lint::titleOf(attribute));
    value("from", attribute, row.from);
    value("to", attribute, row.to);
  }

  void value(StringRef member, const model::Attribute& attribute,
             const model::AttributeValue* value) {
    if (!value) return;
    switch (attribute.type) {
      case model::AttributeType::Number: return number(member, value->number);
      case model::AttributeType::Boolean: return json_.attribute(member, value->boolean);
      case model::AttributeType::Text:
      case model::AttributeType::Date:
      case model::AttributeType::Url:
      case model::AttributeType::OneOf: return json_.attribute(member, value->text);
    }
  }

  void statements(const ide::StatementRow& row) {
    json_.attribute("sort", model::word(row.sort));
    uses("shared", row.shared);
    uses("onlyFrom", row.onlyFrom);
    uses("onlyTo", row.onlyTo);
  }

  void uses(StringRef member, ArrayRef<const model::StatementUse*> uses) {
    array(member, uses, [&](const model::StatementUse* it) {
      if (it->shared) json_.attribute("statement", model_[it->shared].key);
      if (it->shared) draft(model_[it->shared]);
      text("text", "textMarkdown", ide::textOf(model_, *it));
    });
  }

  const Model& model_;
  const ide::Comparison& it_;
};

class PairsWriter : Writer {
public:
  using Writer::Writer;

  void write(ArrayRef<AlikeReport> reports, double least) {
    json_.object([&] {
      json_.attribute("formatVersion", formatVersion);
      number("least", least);
      json_.attributeArray("packages", [&] {
        for (const AlikeReport& it : reports) json_.object([&] { package(it); });
      });
    });
  }

private:
  void package(const AlikeReport& report) {
    const Model& model = *report.model;
    json_.attribute("framework", model.framework().key);
    count("profiles", report.pairs.profiles);
    count("count", report.pairs.count);
    const ide::ProfileTitles titles(model);
    json_.attributeArray("pairs", [&] {
      for (const ide::AlikePair& it : report.pairs.pairs) json_.object([&] { pair(titles, it); });
    });
  }

  void pair(const ide::ProfileTitles& titles, const ide::AlikePair& pair) {
    const Model& model = titles.model();
    const ide::Comparison it = ide::compareBriefly(model, pair.first, pair.second);
    profile(model, "first", pair.first);
    profile(model, "second", pair.second);
    relation(model, it.relation);
    alikeness(pair.alikeness);
    apart(titles, it);
  }
};

}  // namespace

void printJson(const Model& model, const ide::Comparison& comparison, llvm::raw_ostream& out) {
  PairWriter(model, comparison, out).write();
  out << '\n';
}

void printJson(ArrayRef<AlikeReport> reports, double least, llvm::raw_ostream& out) {
  PairsWriter(out).write(reports, least);
  out << '\n';
}

}  // namespace cadre::driver
