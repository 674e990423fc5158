// Checks that what the records of a document refer to by id is in it.

import { DocumentError } from "./errors.js";
import type { Document, Tables } from "./records.js";

type TableName = keyof Tables;

// Where ids stand, what they name, and the table that has it. The same list, in the same order, is in the
// readers of other languages. Abstract profiles and what was replaced have no record: bases, `profile` of
// origins, `replaces`, and `use` of what is deprecated are not here.
const references: readonly (readonly [string, string, TableName])[] = [
  ["framework.scale", "scale", "scales"],
  ["kinds[].like", "kind", "kinds"],
  ["categories[].parent", "category", "categories"],
  ["families[].parent", "family", "families"],
  ["resources[].develops[].competency", "competency", "competencies"],
  ["competencies[].kind", "kind", "kinds"],
  ["competencies[].categories[]", "category", "categories"],
  ["competencies[].partOf", "competency", "competencies"],
  ["competencies[].scale", "scale", "scales"],
  ["competencies[].knowledge[].statement", "statement", "statements"],
  ["competencies[].skills[].statement", "statement", "statements"],
  ["competencies[].abilities[].statement", "statement", "statements"],
  ["competencies[].tasks[].statement", "statement", "statements"],
  ["competencies[].credentials[].credential", "credential", "credentials"],
  ["profiles[].family", "family", "families"],
  ["profiles[].tasks[].statement", "statement", "statements"],
  ["profiles[].knowledge[].statement", "statement", "statements"],
  ["profiles[].skills[].statement", "statement", "statements"],
  ["profiles[].abilities[].statement", "statement", "statements"],
  ["profiles[].credentials[].credential", "credential", "credentials"],
  ["profiles[].requirements[].competency", "competency", "competencies"],
  ["profiles[].requirements[].origins[].rule", "rule", "rules"],
  ["profiles[].drops[].competency", "competency", "competencies"],
  ["rules[].in[]", "family", "families"],
  ["rules[].except[]", "profile", "profiles"],
  ["rules[].requirements[].competency", "competency", "competencies"],
  ["paths[].chains[][]", "profile", "profiles"],
  ["paths[].edges[].from", "profile", "profiles"],
  ["paths[].edges[].to", "profile", "profiles"],
  ["crosswalks[].from", "scale", "scales"],
  ["crosswalks[].to", "scale", "scales"],
  ...(
    [
      "kinds",
      "attributes",
      "scales",
      "categories",
      "families",
      "statements",
      "credentials",
      "resources",
      "competencies",
      "profiles",
      "rules",
      "paths",
      "crosswalks",
    ] as const
  ).map((table) => [`${table}[].framework`, "framework", "dependencies"] as const),
];

/** Throws a `DocumentError` at the first id that leads nowhere. */
export function checkReferences(document: Document, tables: Tables): void {
  for (const [where, sort, table] of references) {
    const found = dangling(document, where.match(/\[\]|\w+/g) ?? [], 0, tables[table]);
    if (found !== undefined) {
      throw new DocumentError(`the ${sort} \`${found.id}\` is not in the document`, found.place.slice(1));
    }
  }
  for (const [i, profile] of document.profiles.entries()) {
    for (const [j, requirement] of profile.requirements.entries()) {
      for (const [k, origin] of requirement.origins.entries()) {
        if (origin.kind === "rule" && origin.rule === undefined) {
          const place = `profiles[${i}].requirements[${j}].origins[${k}]`;
          throw new DocumentError("the member `rule` is missing", place);
        }
      }
    }
  }
}

interface Dangling {
  readonly place: string;
  readonly id: string;
}

/** The first id below `value` that is not known, and its place there. */
function dangling(
  value: unknown,
  steps: readonly string[],
  from: number,
  known: ReadonlyMap<string, unknown>,
): Dangling | undefined {
  if (value === undefined) return undefined;
  const step = steps[from];
  if (step === undefined) return known.has(value as string) ? undefined : { place: "", id: value as string };
  if (step !== "[]") {
    const found = dangling((value as Record<string, unknown>)[step], steps, from + 1, known);
    return found && { place: `.${step}${found.place}`, id: found.id };
  }
  for (const [place, one] of (value as readonly unknown[]).entries()) {
    const found = dangling(one, steps, from + 1, known);
    if (found !== undefined) return { place: `[${place}]${found.place}`, id: found.id };
  }
  return undefined;
}
