// Answers questions with the TypeScript reader: node answer.mjs READER/index.js JOBS.json
// What goes in and comes out is written in answer.py.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [reader, jobs] = process.argv.slice(2);
const { DocumentError, Framework, FrameworkError } = await import(pathToFileURL(reader));

const level = (of) => of && { scale: of.scale.id, level: of.level, number: of.number, title: of.title };
const steps = (of) =>
  of.map((step) => ({
    level: level(step.level),
    described: step.record?.level,
    indicators: step.indicators.map((one) => one.id),
  }));
const requirement = (of) =>
  of && {
    competency: of.competency.id,
    level: level(of.level),
    importance: of.importance,
    weight: of.weight,
    because: of.because,
    steps: steps(of.steps),
    indicators: of.indicators.length,
    record: of.record.competency,
  };
const gapItem = (of) => ({
  competency: of.competency.id,
  kind: of.kind,
  has: level(of.has),
  needs: level(of.needs),
  importance: of.importance,
  weight: of.weight,
  steps: steps(of.steps),
  indicators: of.indicators.length,
  crosswalk: of.crosswalk?.id,
  translated: level(of.translated),
  requirement: of.requirement?.competency,
});
const origin = (of) => ({
  kind: of.kind,
  rule: of.rule?.id,
  profile: of.profile?.id,
  profileId: of.profileId,
  level: level(of.level),
  importance: of.importance,
  because: of.because,
  record: of.record.kind,
});
const whyNot = (of) => ({
  kind: of.kind,
  rule: of.rule?.id,
  profile: of.profile?.id,
  level: level(of.level),
  importance: of.importance,
  because: of.because,
});

const tables = [
  "dependencies", "kinds", "attributes", "scales", "categories", "families", "statements", "credentials",
  "resources", "competencies", "profiles", "rules", "paths", "crosswalks",
];
const sum = (list, number) => list.reduce((total, one) => total + number(one), 0);

function counts(framework) {
  const { document } = framework;
  const indicators = document.competencies.flatMap((one) => [
    ...(one.indicators ?? []),
    ...one.levels.flatMap((at) => at.indicators),
  ]);
  return {
    framework: document.framework.id,
    ...Object.fromEntries(tables.map((table) => [table, document[table].length])),
    indexed: sum(tables, (table) => framework[table].size),
    levels: sum(document.scales, (scale) => scale.levels.length),
    indicators: indicators.length,
    requirements: sum(document.profiles, (one) => one.requirements.length),
    origins: sum(document.profiles, (one) => sum(one.requirements, (required) => required.origins.length)),
    tasks: sum(document.profiles, (one) => one.tasks?.length ?? 0),
    translations: sum(indicators, (one) => Object.keys(one.translations ?? {}).length),
    attributeValues: sum(document.profiles, (one) => Object.keys(one.attributes ?? {}).length),
  };
}

function answer(framework, question) {
  switch (question.ask) {
    case "counts":
      return counts(framework);
    case "find":
      return {
        profile: framework.findProfile(question.name)?.id,
        competency: framework.findCompetency(question.name)?.id,
      };
    case "profile": {
      const profile = framework.profile(question.profile);
      return { profile: profile.record.id, requirements: profile.requirements.map(requirement) };
    }
    case "gap": {
      const from = typeof question.from === "string" ? question.from : new Map(question.from);
      const gap = framework.gap(from, question.to);
      return {
        start: gap.start?.id,
        target: gap.target.id,
        lacking: gap.lacking.length,
        items: gap.items.map(gapItem),
      };
    }
    default: {
      const why = framework.why(question.profile, question.competency);
      return {
        profile: why.profile.id,
        competency: why.competency.id,
        required: why.required,
        requirement: requirement(why.requirement),
        origins: why.origins.map(origin),
        whyNot: why.whyNot.map(whyNot),
      };
    }
  }
}

function attempt(question) {
  try {
    return question();
  } catch (problem) {
    if (!(problem instanceof FrameworkError)) throw problem;
    const place = problem instanceof DocumentError ? { place: problem.place } : {};
    return { error: problem.name, message: problem.message, ...place };
  }
}

const results = JSON.parse(readFileSync(jobs, "utf8")).map((job) => {
  let framework;
  const failed = attempt(() => void (framework = Framework.parse(readFileSync(job.document))));
  return job.questions.map((question) => failed ?? attempt(() => answer(framework, question)));
});
process.stdout.write(JSON.stringify(results));
