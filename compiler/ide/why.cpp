#include "ide/why.h"

#include "ide/holding.h"
#include "ide/names.h"
#include "model/publication.h"
#include "support/listing.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <set>

namespace cadre::ide {

using llvm::StringRef;
using model::CompetencyId;
using model::FrameworkId;
using model::LevelValue;
using model::Model;
using model::Origin;
using model::OriginKind;
using model::ProfileId;
using model::Requirement;

namespace {

std::string quoted(const std::string& text) { return fmt::format("`{}`", text); }

/// Words for the parts of a model, as the compiled package writes them.
class Words {
public:
  explicit Words(const Model& model) : model_(model) {}

  template <class Record>
  [[nodiscard]] std::string name(Id<Record> id) const {
    return nameIn(model_, FrameworkId(0), model_[id]);
  }
  template <class Record>
  [[nodiscard]] std::string code(Id<Record> id) const {
    return quoted(name(id));
  }
  /// `` `PressOfficer` "Press officer" ``
  template <class Record>
  [[nodiscard]] std::string titled(Id<Record> id) const {
    const std::string title = model_[id].title.plain.str();
    return title.empty() ? code(id) : fmt::format("{} \"{}\"", code(id), title);
  }
  [[nodiscard]] std::string level(const LevelValue& value) const {
    if (value.number) return model::formatNumber(*value.number);
    return value.level ? model_[value.level].name.str() : std::string();
  }
  /// `` the rule `every profile in Marketing` of `acme.core` ``
  [[nodiscard]] std::string rule(model::RuleId id) const {
    const model::Rule& rule = model_[id];
    std::vector<std::string> families;
    for (const model::FamilyId family : rule.families) families.push_back(name(family));
    std::string head = "every profile";
    if (!families.empty()) head += fmt::format(" in {}", fmt::join(families, ", "));
    if (!model_.isExternal(rule)) return fmt::format("the rule `{}`", head);
    return fmt::format("the rule `{}` of `{}`", head, model_[rule.framework].key);
  }
  /// `` at `Advanced`, essential, weight 3 ``
  [[nodiscard]] std::string terms(const LevelValue& level,
                                  std::optional<model::Importance> importance,
                                  std::optional<double> weight) const {
    std::vector<std::string> parts;
    if (importance) parts.push_back(model::word(*importance).str());
    if (weight) parts.push_back("weight " + model::formatNumber(*weight));
    const std::string rest = fmt::format("{}", fmt::join(parts, ", "));
    if (level.isNone()) return rest.empty() ? rest : fmt::format(" ({})", rest);
    const std::string at = fmt::format(" at `{}`", this->level(level));
    return rest.empty() ? at : fmt::format("{} ({})", at, rest);
  }
  static std::string because(const model::Text& text) {
    return text.isEmpty() ? std::string() : fmt::format(": \"{}\"", text.plain);
  }

private:
  const Model& model_;
};

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

class Explainer {
public:
  Explainer(const Model& model, ProfileId profile, CompetencyId competency)
      : model_(model),
        words_(model),
        profile_(profile),
        competency_(competency),
        holding_(model, competency),
        requirement_(findRequirement(model, profile, competency)) {}

  Why run() {
    Why out;
    out.isRequired = requirement_ != nullptr;
    out.headline =
        fmt::format("{} {} {}", words_.titled(profile_),
                    requirement_ ? "requires" : "does not require", words_.titled(competency_));
    if (requirement_) {
      addFacts(out);
      addOrigins(out);
      addDrops(profile_, out.others);
      addRulesForOthers(out.others, false);
    } else {
      addLost(profile_, out.reasons);
      addRulesForOthers(out.reasons, true);
      out.offers = offers();
    }
    return out;
  }

private:
  // ---- What is required

  void addFacts(Why& out) const {
    const Requirement& it = *requirement_;
    out.facts.push_back({"level", levelFact(it.level)});
    out.facts.push_back({"importance", model::word(it.importance).str()});
    if (it.weight) out.facts.push_back({"weight", model::formatNumber(*it.weight)});
    if (!it.because.isEmpty()) out.facts.push_back({"reason", it.because.plain.str()});
  }

  [[nodiscard]] std::string levelFact(const LevelValue& value) const {
    if (value.isNone()) return "none: it is simply had or not";
    const model::Scale& scale = model_[model_[competency_].scale];
    if (value.number) {
      return fmt::format("{}, on a scale from {} to {}", quoted(words_.level(value)),
                         model::formatNumber(scale.low), model::formatNumber(scale.high));
    }
    const model::Level& level = model_[value.level];
    std::string text = quoted(level.name.str());
    if (!level.title.isEmpty() && level.title.plain != level.name)
      text += fmt::format(" \"{}\"", level.title.plain);
    std::vector<std::string> below;
    for (const model::LevelId id : model_.offeredLevels(model_[competency_])) {
      if (model_[id].ordinal < level.ordinal) below.push_back(quoted(model_[id].name.str()));
    }
    if (scale.cumulative && !below.empty()) text += ", which includes " + enumerated(below);
    return text;
  }

  void addOrigins(Why& out) const {
    const Decision decision = holding_.decide(profile_, *requirement_);
    for (const Origin& origin : requirement_->origins) {
      Reason& reason = out.reasons.emplace_back();
      reason.place = origin.span;
      tellOrigin(origin, profile_, reason);
      if (requirement_->origins.size() > 1) tellEffect(origin, decision, reason);
    }
  }

  void tellOrigin(const Origin& origin, ProfileId seenFrom, Reason& out) const {
    if (origin.kind == OriginKind::Rule) return tellRule(origin, out);
    const bool isOwn = origin.profile == seenFrom;
    const std::string who =
        isOwn ? "its own line" : fmt::format("the base {}", words_.code(origin.profile));
    const std::string what =
        origin.kind == OriginKind::Lowers
            ? fmt::format("lowers it{}", lowering(origin))
            : fmt::format("requires it{}",
                          words_.terms(origin.level, origin.importance, origin.weight));
    out.sentences.push_back(
        capital(fmt::format("{} {}{}", who, what, Words::because(origin.because))));
    if (isOwn) return;
    const std::string through = chains(seenFrom, origin);
    if (!through.empty()) out.sentences.push_back(fmt::format("It is inherited {}", through));
  }

  /// `` to `Foundation`, desired ``
  [[nodiscard]] std::string lowering(const Origin& origin) const {
    const bool weaker = origin.importance && *origin.importance != holding_.importanceAbove(origin);
    const std::string importance =
        origin.importance ? model::word(*origin.importance).str() : std::string();
    if (origin.level.isNone()) return fmt::format(" to `{}`", importance);
    return fmt::format(" to `{}`{}", words_.level(origin.level),
                       weaker ? fmt::format(" and `{}`", importance) : "");
  }

  void tellRule(const Origin& origin, Reason& out) const {
    out.sentences.push_back(
        capital(fmt::format("{} requires it{}{}", words_.rule(origin.rule),
                            words_.terms(origin.level, origin.importance, origin.weight),
                            Words::because(origin.because))));
    out.sentences.push_back(reach(origin.rule));
  }

  /// Why the rule, which reaches the profile, does so.
  [[nodiscard]] std::string reach(model::RuleId id) const {
    const model::Rule& rule = model_[id];
    const model::FamilyId family = model_[profile_].family;
    std::string how = "It reaches every profile";
    if (!rule.families.empty()) {
      const auto* matching = llvm::find_if(
          rule.families, [&](model::FamilyId it) { return model_.isWithin(family, it); });
      const bool isSame = *matching == family;
      how = fmt::format("It reaches {}, whose family is {}", words_.code(profile_),
                        words_.code(family));
      if (!isSame) how += fmt::format(", inside {}", words_.code(*matching));
    }
    if (rule.framework == model_[profile_].framework) return how;
    return fmt::format("{}; {} says `{}`", how,
                       quoted(model_[model_[profile_].framework].key.str()),
                       useLine(model_[profile_].framework, rule.framework));
  }

  /// `use X as Y with rules`, as the package says it or would have to.
  [[nodiscard]] std::string useLine(FrameworkId from, FrameworkId target) const {
    std::string alias;
    for (const model::Use& use : model_[from].uses) {
      if (use.framework == target && use.name != model_[target].key)
        alias = fmt::format(" as {}", use.name);
    }
    return fmt::format("use {}{} with rules", model_[target].key, alias);
  }

  /// `` through `A`, and through `B` and `C` ``; empty where each way is direct.
  [[nodiscard]] std::string chains(ProfileId from, const Origin& origin) const {
    std::vector<std::string> ways;
    bool isDirect = false;
    for (const ProfileId base : model_[from].bases) {
      if (base == origin.profile) {
        isDirect = true;
      } else if (carries(base, origin)) {
        ways.push_back("through " + enumerated(chain(base, origin)));
      }
    }
    if (ways.empty()) return {};
    if (isDirect) ways.insert(ways.begin(), "directly");
    return fmt::format("{}", fmt::join(ways, ", and "));
  }

  /// The profiles from `at` up to the one whose line it is, without that one.
  [[nodiscard]] std::vector<std::string> chain(ProfileId at, const Origin& origin) const {
    std::vector<std::string> names;
    while (at != origin.profile) {
      names.push_back(words_.code(at));
      const auto bases = model_[at].bases;
      const auto* next = llvm::find_if(
          bases, [&](ProfileId base) { return base == origin.profile || carries(base, origin); });
      if (next == bases.end()) break;
      at = *next;
    }
    return names;
  }

  [[nodiscard]] bool carries(ProfileId base, const Origin& origin) const {
    const Requirement* requirement = findRequirement(model_, base, competency_);
    return requirement && llvm::any_of(requirement->origins, [&](const Origin& it) {
             return it.kind != OriginKind::Rule && it.span == origin.span;
           });
  }

  void tellEffect(const Origin& origin, const Decision& decision, Reason& out) const {
    std::vector<std::string> parts;
    const bool hasLevel = !requirement_->level.isNone();
    if (hasLevel && decision.level == origin.span) parts.emplace_back("the level");
    if (decision.importance == origin.span) parts.emplace_back("the importance");
    if (decision.weight == origin.span) parts.emplace_back("the weight");
    if (decision.reason == origin.span) parts.emplace_back("the reason");
    if (!parts.empty()) {
      out.sentences.push_back(fmt::format("It decides {}", enumerated(parts)));
    } else if (origin.kind == OriginKind::Own || origin.kind == OriginKind::Lowers) {
      const auto* decider = llvm::find_if(requirement_->origins, [&](const Origin& it) {
        return it.span == (hasLevel ? decision.level : decision.importance);
      });
      out.sentences.push_back(fmt::format(
          "It changes nothing here: {} asks for {}", decider - requirement_->origins.begin() + 1,
          origin.kind == OriginKind::Own ? "as much or more" : "more"));
    }
  }

  // ---- What took it away

  /// What the profile would have, had nobody dropped it, and who did. False when nothing was there.
  bool addLost(ProfileId at, std::vector<Reason>& out) {
    if (!visited_.insert(at).second) return false;
    bool any = false;
    for (const ProfileId base : model_[at].bases) {
      if (const Requirement* requirement = findRequirement(model_, base, competency_)) {
        any |= addInherited(at, *requirement, out);
      } else {
        any |= addLost(base, out);
      }
    }
    for (const model::Drop& drop : model_[at].drops) {
      if (drop.competency == competency_) any |= addDrop(at, drop, out);
    }
    return any;
  }

  bool addInherited(ProfileId at, const Requirement& requirement, std::vector<Reason>& out) {
    bool any = false;
    for (const Origin& origin : requirement.origins) {
      if (origin.kind == OriginKind::Rule || !told_.insert(origin.span).second) continue;
      any = true;
      Reason& reason = out.emplace_back();
      reason.place = origin.span;
      tellOrigin(origin, at, reason);
    }
    return any;
  }

  bool addDrop(ProfileId at, const model::Drop& drop, std::vector<Reason>& out) {
    if (!told_.insert(drop.span).second) return false;
    const std::string who =
        at == profile_ ? "its own line" : fmt::format("the base {}", words_.code(at));
    out.push_back(
        {{capital(fmt::format("{} drops it{}", who, Words::because(drop.because)))}, drop.span});
    return true;
  }

  /// Bases that drop what reaches the profile in another way.
  void addDrops(ProfileId at, std::vector<Reason>& out) {
    if (!visited_.insert(at).second) return;
    for (const model::Drop& drop : model_[at].drops) {
      if (drop.competency != competency_ || !addDrop(at, drop, out)) continue;
      out.back().sentences.emplace_back(
          "That has no effect here, for it is required in another way");
    }
    for (const ProfileId base : model_[at].bases) addDrops(base, out);
  }

  /// Rules that name the competency and do not reach the profile; without `all`, only those that
  /// name it as an exception.
  void addRulesForOthers(std::vector<Reason>& out, bool all) const {
    for (const model::Rule& rule : model_.tables().rules) {
      const model::RuleId id = model_.tables().rules.idOf(rule);
      const auto* line = llvm::find_if(
          rule.requirements, [&](const auto& it) { return it.competency == competency_; });
      const bool isException = llvm::is_contained(rule.exceptions, profile_);
      if (line == rule.requirements.end() || (!all && !isException)) continue;
      const std::string why = isException ? "its `except` names this profile" : whyNot(rule);
      if (why.empty()) continue;
      const Span place = isException ? rule.span : line->span;
      out.push_back(
          {{capital(fmt::format("{} requires it{}, but {}", words_.rule(id),
                                words_.terms(line->level, line->importance, line->weight), why))},
           place});
    }
  }

  /// Why the rule does not reach the profile, which is no exception of it; empty where it does.
  [[nodiscard]] std::string whyNot(const model::Rule& rule) const {
    const model::Profile& profile = model_[profile_];
    if (!usesRules(model_, profile.framework, rule.framework)) {
      // The rules of a package that this one has nothing to do with are no surprise.
      const auto isUsed = [&](const model::Use& use) { return use.framework == rule.framework; };
      if (llvm::none_of(model_[profile.framework].uses, isUsed)) return "";
      return fmt::format("{} does not say `{}`", quoted(model_[profile.framework].key.str()),
                         useLine(profile.framework, rule.framework));
    }
    const bool isInFamily =
        rule.families.empty() || llvm::any_of(rule.families, [&](model::FamilyId it) {
          return model_.isWithin(profile.family, it);
        });
    if (!isInFamily && !profile.family)
      return fmt::format("{} is in no family", words_.code(profile_));
    if (!isInFamily) {
      return fmt::format("{} is in the family {}", words_.code(profile_),
                         words_.code(profile.family));
    }
    return profile.isAbstract ? "a rule does not reach an abstract profile, only its heirs" : "";
  }

  [[nodiscard]] std::string offers() const {
    const model::Competency& competency = model_[competency_];
    const std::string name = words_.code(competency_);
    if (!competency.scale)
      return fmt::format("{} has no scale: it is required without a level", name);
    const model::Scale& scale = model_[competency.scale];
    if (scale.kind == model::ScaleKind::Numeric) {
      return fmt::format("{} can be required at any number from {} to {}", name,
                         model::formatNumber(scale.low), model::formatNumber(scale.high));
    }
    std::vector<std::string> levels;
    for (const model::LevelId id : model_.offeredLevels(competency))
      levels.push_back(quoted(model_[id].name.str()));
    return fmt::format("{} can be required at {}", name, enumerated(levels));
  }

  const Model& model_;
  Words words_;
  ProfileId profile_;
  CompetencyId competency_;
  Holding holding_;
  const Requirement* requirement_;
  std::set<ProfileId> visited_;
  std::set<Span> told_;
};

class Surveyor {
public:
  Surveyor(const Model& model, ProfileId profile)
      : model_(model), words_(model), profile_(profile) {}

  Overview run() {
    const model::Profile& profile = model_[profile_];
    Overview out;
    out.headline = words_.titled(profile_);
    if (profile.isAbstract)
      out.headline += ", an abstract profile: what follows is what an heir gets";
    if (profile.family) out.facts.push_back({"family", words_.code(profile.family)});
    addBases(profile_, 0, out.bases);
    addRules(out.rules);
    for (const Requirement& it : profile.requirements) out.requirements.push_back(row(it));
    for (const model::Drop& drop : profile.drops) {
      out.drops.push_back(
          {{fmt::format("{}{}", words_.code(drop.competency), Words::because(drop.because))},
           drop.span});
    }
    return out;
  }

private:
  void addBases(ProfileId at, unsigned depth, std::vector<BaseRow>& out) {
    for (const ProfileId base : model_[at].bases) {
      const bool isNew = seen_.insert(base).second;
      out.push_back({words_.code(base), depth, !isNew && !model_[base].bases.empty()});
      if (isNew) addBases(base, depth + 1, out);
    }
  }

  void addRules(std::vector<Reason>& out) const {
    for (const model::Rule& rule : model_.tables().rules) {
      if (ruleReaches(model_, rule, profile_)) {
        out.push_back({{capital(words_.rule(model_.tables().rules.idOf(rule)))}, rule.span});
      }
    }
  }

  [[nodiscard]] RequirementRow row(const Requirement& requirement) const {
    RequirementRow out;
    out.competency = words_.name(requirement.competency);
    if (model::isDraft(model_, model_[requirement.competency])) out.competency += " (draft)";
    out.level = words_.level(requirement.level);
    out.importance = model::word(requirement.importance).str();
    if (requirement.weight) out.weight = model::formatNumber(*requirement.weight);
    const Decision decision = Holding(model_, requirement.competency).decide(profile_, requirement);
    out.place = requirement.level.isNone() ? decision.importance : decision.level;
    const auto lineAt = [&](Span place) -> const Origin* {
      const auto* found =
          llvm::find_if(requirement.origins, [&](const Origin& it) { return it.span == place; });
      return found == requirement.origins.end() ? nullptr : found;
    };
    const Origin* const level = lineAt(out.place);
    if (level) out.from = from(*level);
    // What lowers the importance alone is a decision of its own.
    const Origin* const importance = lineAt(decision.importance);
    if (level && importance && importance != level && importance->kind == OriginKind::Lowers)
      out.from += ", " + from(*importance);
    return out;
  }

  [[nodiscard]] std::string from(const Origin& origin) const {
    const bool isOwn = origin.profile == profile_;
    switch (origin.kind) {
      case OriginKind::Rule: {
        const model::Rule& rule = model_[origin.rule];
        return model_.isExternal(rule) ? fmt::format("a rule of {}", model_[rule.framework].key)
                                       : "a rule";
      }
      case OriginKind::Base: return words_.name(origin.profile);
      case OriginKind::Own: return "its own line";
      case OriginKind::Lowers:
        return isOwn ? "lowered here" : fmt::format("lowered in {}", words_.name(origin.profile));
    }
    llvm_unreachable("every origin has words");
  }

  const Model& model_;
  Words words_;
  ProfileId profile_;
  std::set<ProfileId> seen_;
};

}  // namespace

Why explain(const Model& model, ProfileId profile, CompetencyId competency) {
  return Explainer(model, profile, competency).run();
}

Overview explain(const Model& model, ProfileId profile) { return Surveyor(model, profile).run(); }

}  // namespace cadre::ide
