// Answers questions with the C++ reader: answer JOBS.json
// What goes in and comes out is written in answer.py.
#include <cadre_framework/framework.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

using Json = nlohmann::ordered_json;
using namespace cadre_framework;

namespace {

template <class T>
void put(Json& to, const char* name, const std::optional<T>& value) {
  if (value) to[name] = *value;
}

template <class T>
void putId(Json& to, const char* name, const T* record) {
  if (record) to[name] = record->id;
}

Json json(const Level& level) {
  return std::visit([](const auto& value) { return Json(value); }, level);
}

void put(Json& to, const char* name, const std::optional<Importance>& importance) {
  if (importance) to[name] = to_string(*importance);
}

void put(Json& to, const char* name, const std::optional<ResolvedLevel>& level) {
  if (!level) return;
  Json& at = to[name];
  at["scale"] = level->scale->id;
  at["level"] = json(level->level);
  at["number"] = level->number;
  put(at, "title", level->title);
}

Json json(const std::vector<Step>& steps) {
  Json all = Json::array();
  for (const Step& step : steps) {
    Json one;
    put(one, "level", step.level);
    if (step.record) one["described"] = json(step.record->level);
    one["indicators"] = Json::array();
    for (const Indicator& indicator : *step.indicators) one["indicators"].push_back(indicator.id);
    all.push_back(std::move(one));
  }
  return all;
}

Json json(const ResolvedRequirement& of) {
  Json one{{"competency", of.competency->id}};
  put(one, "level", of.level);
  one["importance"] = to_string(of.importance);
  put(one, "weight", of.weight);
  put(one, "because", of.because);
  one["steps"] = json(of.steps);
  one["indicators"] = of.indicators().size();
  one["record"] = of.record->competency;
  return one;
}

Json json(const GapItem& of) {
  Json one{{"competency", of.competency->id}, {"kind", to_string(of.kind)}};
  put(one, "has", of.has);
  put(one, "needs", of.needs);
  put(one, "importance", of.importance);
  put(one, "weight", of.weight);
  one["steps"] = json(of.steps);
  one["indicators"] = of.indicators().size();
  putId(one, "crosswalk", of.crosswalk);
  put(one, "translated", of.translated);
  if (of.requirement) one["requirement"] = of.requirement->competency;
  return one;
}

Json json(const ResolvedOrigin& of) {
  Json one{{"kind", to_string(of.kind)}};
  putId(one, "rule", of.rule);
  putId(one, "profile", of.profile);
  put(one, "profileId", of.profile_id);
  put(one, "level", of.level);
  put(one, "importance", of.importance);
  put(one, "because", of.because);
  one["record"] = to_string(of.record->kind);
  return one;
}

Json json(const WhyNot& of) {
  Json one{{"kind", to_string(of.kind)}};
  putId(one, "rule", of.rule);
  putId(one, "profile", of.profile);
  put(one, "level", of.level);
  put(one, "importance", of.importance);
  put(one, "because", of.because);
  return one;
}

template <class T>
Json jsonOfAll(const std::vector<T>& list) {
  Json all = Json::array();
  for (const T& one : list) all.push_back(json(one));
  return all;
}

Level levelOf(const Json& level) {
  if (level.is_string()) return level.get<std::string>();
  return level.get<double>();
}

Held heldOf(const Json& pairs) {
  Held held;
  for (const Json& pair : pairs) {
    const Json& at = pair[1];
    if (at.is_boolean())
      held.add(pair[0], at.get<bool>());
    else if (!at.is_object())
      held.add(pair[0], levelOf(at));
    else if (at.contains("scale"))
      held.add(pair[0], HeldLevel(levelOf(at["level"]), at["scale"].get<std::string>()));
    else
      held.add(pair[0], levelOf(at["level"]));
  }
  return held;
}

Json counts(const Framework& framework) {
  const Document& document = framework.document();
  Json all{{"framework", document.framework.id}};
  std::size_t indexed = 0;
  const auto table = [&](const char* name, const auto& records, const auto& index) {
    all[name] = records.size();
    for (const auto& record : records) indexed += index.find(id_of(record)) == &record ? 1 : 0;
  };
  table("dependencies", document.dependencies, framework.dependencies);
  table("kinds", document.kinds, framework.kinds);
  table("attributes", document.attributes, framework.attributes);
  table("scales", document.scales, framework.scales);
  table("categories", document.categories, framework.categories);
  table("families", document.families, framework.families);
  table("statements", document.statements, framework.statements);
  table("credentials", document.credentials, framework.credentials);
  table("resources", document.resources, framework.resources);
  table("competencies", document.competencies, framework.competencies);
  table("profiles", document.profiles, framework.profiles);
  table("rules", document.rules, framework.rules);
  table("paths", document.paths, framework.paths);
  table("crosswalks", document.crosswalks, framework.crosswalks);
  all["indexed"] = indexed;

  std::size_t levels = 0, indicators = 0, translations = 0, requirements = 0, origins = 0,
              tasks = 0, values = 0;
  const auto add = [&](const std::vector<Indicator>& list) {
    indicators += list.size();
    for (const Indicator& one : list) translations += one.translations.size();
  };
  for (const Scale& scale : document.scales) levels += scale.levels.size();
  for (const Competency& competency : document.competencies) {
    add(competency.indicators);
    for (const CompetencyLevel& level : competency.levels) add(level.indicators);
  }
  for (const Profile& profile : document.profiles) {
    requirements += profile.requirements.size();
    for (const Requirement& requirement : profile.requirements)
      origins += requirement.origins.size();
    tasks += profile.tasks.size();
    values += profile.attributes.size();
  }
  all["levels"] = levels;
  all["indicators"] = indicators;
  all["requirements"] = requirements;
  all["origins"] = origins;
  all["tasks"] = tasks;
  all["translations"] = translations;
  all["attributeValues"] = values;
  return all;
}

Json answer(const Framework& framework, const Json& question) {
  const std::string ask = question["ask"];
  Json result = Json::object();
  if (ask == "counts") return counts(framework);
  if (ask == "find") {
    const std::string name = question["name"];
    putId(result, "profile", framework.find_profile(name));
    putId(result, "competency", framework.find_competency(name));
  } else if (ask == "profile") {
    const ResolvedProfile profile = framework.profile(question["profile"].get<std::string>());
    result["profile"] = profile.record->id;
    result["requirements"] = jsonOfAll(profile.requirements);
  } else if (ask == "gap") {
    const Json& from = question["from"];
    const std::string to = question["to"];
    const Gap gap = from.is_string() ? framework.gap(from.get<std::string>(), to)
                                     : framework.gap(heldOf(from), to);
    putId(result, "start", gap.start);
    putId(result, "target", gap.target);
    result["lacking"] = gap.lacking().size();
    result["items"] = jsonOfAll(gap.items);
  } else {
    const Why why = framework.why(question["profile"].get<std::string>(),
                                  question["competency"].get<std::string>());
    putId(result, "profile", why.profile);
    putId(result, "competency", why.competency);
    result["required"] = why.required();
    if (why.requirement) result["requirement"] = json(*why.requirement);
    result["origins"] = jsonOfAll(why.origins);
    result["whyNot"] = jsonOfAll(why.why_not);
  }
  return result;
}

Json error(const Error& problem) {
  Json result;
  const auto* document = dynamic_cast<const DocumentError*>(&problem);
  result["error"] = dynamic_cast<const VersionError*>(&problem)         ? "VersionError"
                    : document                                          ? "DocumentError"
                    : dynamic_cast<const NotFoundError*>(&problem)      ? "NotFoundError"
                    : dynamic_cast<const AmbiguousNameError*>(&problem) ? "AmbiguousNameError"
                    : dynamic_cast<const LevelError*>(&problem)         ? "LevelError"
                                                                        : "Error";
  result["message"] = problem.what();
  if (document) result["place"] = document->place();
  return result;
}

Json answers(const Json& job) {
  Json all = Json::array();
  std::optional<Framework> framework;
  Json failed;
  try {
    // Moved on purpose: what a framework answers does not depend on where it lies.
    Framework loaded = Framework::load(job["document"].get<std::string>());
    framework.emplace(std::move(loaded));
  } catch (const Error& problem) {
    failed = error(problem);
  }
  for (const Json& question : job["questions"]) {
    try {
      all.push_back(framework ? answer(*framework, question) : failed);
    } catch (const Error& problem) {
      all.push_back(error(problem));
    }
  }
  return all;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ifstream file(arguments[1]);
  Json results = Json::array();
  for (const Json& job : Json::parse(file)) results.push_back(answers(job));
  std::cout << results;
}
