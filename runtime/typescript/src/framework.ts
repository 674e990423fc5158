// A framework in memory: its tables, and the answers of `profile`, `gap` and `why`.

import { ArgumentError, DocumentError, LevelError, VersionError } from "./errors.js";
import { Directory, kindOf, nearest, small } from "./names.js";
import {
  formatVersion,
  Tables,
  toDocument,
  type Competency,
  type Crosswalk,
  type Document,
  type Level,
  type Origin,
  type Profile,
  type Requirement,
  type Rule,
  type Scale,
} from "./records.js";
import { checkReferences } from "./references.js";
import type {
  Gap,
  GapItem,
  GapKind,
  Held,
  HeldLevel,
  ResolvedLevel,
  ResolvedOrigin,
  ResolvedProfile,
  ResolvedRequirement,
  Step,
  Why,
  WhyNot,
} from "./results.js";

/** How levels of two scales compare, and through what. */
interface Crossing {
  readonly kind: GapKind;
  readonly crosswalk: Crosswalk | undefined;
  readonly translated: ResolvedLevel | undefined;
}

// What both browsers and Node have, without the types of either.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: ArrayBuffer | ArrayBufferView): string };

/** The largest version of the format that is written out in an error. */
const largestShown = 1_000_000;

/**
 * A competency framework, immutable, with its records by id: each table of the document is a map from
 * `id` to record, in the order of the document.
 *
 * A profile or competency is named by its id or by its name; earlier names do as well.
 */
export class Framework extends Tables {
  readonly document: Document;
  readonly #profiles: Directory<Profile>;
  readonly #competencies: Directory<Competency>;
  readonly #scales: Directory<Scale>;

  private constructor(document: Document) {
    super(document);
    this.document = document;
    for (const [place, scale] of document.scales.entries()) {
      if (scale.kind === "numeric" && (scale.minimum === undefined || scale.maximum === undefined)) {
        throw new DocumentError("a numeric scale has a `minimum` and a `maximum`", `scales[${place}]`);
      }
    }
    checkReferences(document, this);
    this.#checkLevels();
    this.#profiles = new Directory("profile", this.profiles);
    this.#competencies = new Directory("competency", this.competencies);
    this.#scales = new Directory("scale", this.scales);
  }

  /**
   * Reads a framework.json from a string, or from bytes in UTF-8. Throws a `VersionError` for a later
   * format, and a `DocumentError` for everything else that is wrong with it.
   */
  static parse(text: string | ArrayBuffer | ArrayBufferView): Framework {
    const bytes = text instanceof ArrayBuffer || ArrayBuffer.isView(text);
    if (!bytes && typeof text !== "string") {
      const hint = hasMethod(text, "then") ? "; await it first" : "";
      throw new ArgumentError(`a framework is read from a text or from bytes, not from ${kindOf(text)}${hint}`);
    }
    let document: unknown;
    try {
      const decoded = (bytes ? new TextDecoder("utf-8", { fatal: true }).decode(text) : text).replace(/^\uFEFF/, "");
      if (/^[ \t\r\n]*$/.test(decoded)) throw new Error("there is nothing in it");
      document = JSON.parse(decoded);
      if (halfSurrogate(decoded, document)) throw new Error("it has half of a surrogate pair");
    } catch (problem) {
      throw new DocumentError(`this is not JSON: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
    return Framework.from(document);
  }

  /** Reads what `JSON.parse` or `response.json()` made of a framework.json. */
  static from(document: unknown): Framework {
    if (typeof document === "object" && document !== null && "formatVersion" in document) {
      const given = document.formatVersion;
      const version = Number.isFinite(given) ? (given as number) : formatVersion;
      if (version > formatVersion) {
        const it = version <= largestShown ? `format ${version}` : "a later format";
        throw new VersionError(
          `this document is in ${it}, and this reader knows format ${formatVersion}: ` +
            "a newer reader is needed",
          "formatVersion",
        );
      }
      if (version < 1) {
        throw new DocumentError(`${version} is no version of the format`, "formatVersion");
      }
    }
    return new Framework(toDocument(document));
  }

  // ---- Questions -----------------------------------------------------------------------------------

  /** The record of a profile by id or name; undefined where there is none. */
  findProfile(name: string | Profile): Profile | undefined {
    return this.#profiles.find(name);
  }

  /** The record of a competency by id or name; undefined where there is none. */
  findCompetency(name: string | Competency): Competency | undefined {
    return this.#competencies.find(name);
  }

  /** A profile with what it requires: each competency, its level, and the indicators that apply. */
  profile(name: string | Profile): ResolvedProfile {
    const record = this.#profiles.get(name);
    return { record, requirements: record.requirements.map((one) => this.#requirement(record, one)) };
  }

  /**
   * What it takes to get to the profile `target` from another, or from what a person has. `start` names
   * a profile, or says at what level competencies are held.
   */
  gap(start: string | Profile | Held, target: string | Profile): Gap {
    const from = typeof start === "string" || isProfile(start) ? this.#profiles.get(start) : undefined;
    const have = from === undefined ? this.#allHeld(start as Held) : this.#required(from);
    const goal = this.#profiles.get(target);
    const wanted = new Set(goal.requirements.map((one) => one.competency));
    const items = goal.requirements.map((one) => this.#gapItem(goal, one, have));
    for (const [id, level] of have) {
      if (!wanted.has(id)) {
        items.push(gapItem({ competency: this.#competency(id, id), kind: "extra", has: level }));
      }
    }
    const lacking = items.filter((item) => item.kind === "missing" || item.kind === "below");
    return { start: from, target: goal, items, lacking };
  }

  /** Why the profile requires the competency: all origins in order; or why it does not. */
  why(profile: string | Profile, competency: string | Competency): Why {
    const owner = this.#profiles.get(profile);
    const subject = this.#competencies.get(competency);
    const record = owner.requirements.find((one) => one.competency === subject.id);
    const origins = (record?.origins ?? []).map((origin) => this.#origin(owner, subject, origin));
    return {
      profile: owner,
      competency: subject,
      required: record !== undefined,
      requirement: record && this.#requirement(owner, record),
      origins,
      whyNot:
        record === undefined
          ? [...this.#unmetRules(owner, subject), ...this.#notInherited(owner, subject, new Set([owner.id]))]
          : [],
    };
  }

  // ---- Checks --------------------------------------------------------------------------------------

  /** That all levels of the document are ones of their scales. */
  #checkLevels(): void {
    const { competencies, profiles, rules, crosswalks } = this.document;
    for (const [i, one] of competencies.entries()) {
      for (const [j, { level }] of one.levels.entries()) {
        this.#checkLevel(one, level, one.id, () => `competencies[${i}].levels[${j}]`);
      }
    }
    for (const [i, profile] of profiles.entries()) {
      for (const [j, asked] of profile.requirements.entries()) {
        const competency = this.#competency(asked.competency, profile.id);
        const place = () => `profiles[${i}].requirements[${j}]`;
        this.#checkLevel(competency, asked.level, profile.id, place);
        for (const [k, { level }] of asked.origins.entries()) {
          if (level !== undefined) this.#checkLevel(competency, level, profile.id, () => `${place()}.origins[${k}]`);
        }
      }
    }
    for (const [i, rule] of rules.entries()) {
      for (const [j, asked] of rule.requirements.entries()) {
        const competency = this.#competency(asked.competency, rule.id);
        this.#checkLevel(competency, asked.level, rule.id, () => `rules[${i}].requirements[${j}]`);
      }
    }
    for (const [i, crosswalk] of crosswalks.entries()) {
      for (const [j, pair] of crosswalk.pairs.entries()) {
        for (const end of ["from", "to"] as const) {
          const scale = referred(this.scales, "scale", crosswalk[end], crosswalk.id);
          located(() => endOf(crosswalk, pair[end], scale), () => `crosswalks[${i}].pairs[${j}].${end}`);
        }
      }
    }
  }

  #checkLevel(competency: Competency, level: Level | undefined, owner: string, place: () => string): void {
    const where = () => place() + (level === undefined ? "" : ".level");
    located(() => this.#levelOf(competency, level, owner), where);
  }

  // ---- Levels --------------------------------------------------------------------------------------

  #competency(id: string, owner: string): Competency {
    return referred(this.competencies, "competency", id, owner);
  }

  #scaleOf(competency: Competency): Scale | undefined {
    const { scale, id } = competency;
    return scale === undefined ? undefined : referred(this.scales, "scale", scale, id);
  }

  /** A level that the document gives for the competency. */
  #levelOf(competency: Competency, level: Level | undefined, owner: string): ResolvedLevel | undefined {
    const scale = this.#scaleOf(competency);
    if (level === undefined && scale === undefined) return undefined;
    if (level === undefined) throw new DocumentError(`\`${owner}\` gives no level for \`${competency.id}\``);
    if (scale === undefined) {
      throw new DocumentError(`\`${owner}\` gives a level for \`${competency.id}\`, which has no scale`);
    }
    const resolved = levelOn(scale, level, competency);
    if (resolved === undefined) {
      throw new DocumentError(
        `\`${owner}\` gives \`${level}\` for \`${competency.id}\`, which is no level of \`${scale.id}\``,
      );
    }
    return resolved;
  }

  /** What a person has the competency at; undefined where no level is known. */
  #heldAt(competency: Competency, held: HeldLevel): ResolvedLevel | undefined {
    if (held === true) return undefined;
    const { level, scale: other } = typeof held === "object" && held !== null ? held : { level: held };
    const scale = other === undefined ? this.#scaleOf(competency) : this.#scales.get(other);
    if (typeof level !== "string" && typeof level !== "number") {
      throw new LevelError(`\`${competency.id}\` is held at no level: give one, or true`);
    }
    if (scale === undefined) throw new LevelError(`\`${competency.id}\` has no scale: it is held without a level`);
    const resolved = levelOn(scale, level, competency);
    if (resolved !== undefined) return resolved;
    let problem = `\`${level}\` is no level of \`${scale.id}\``;
    if (scale.kind === "numeric" && typeof level === "string") {
      throw new LevelError(
        `a level of \`${scale.id}\` is a number from ${scale.minimum} to ${scale.maximum}, not the text \`${level}\``,
      );
    }
    if (scale.kind === "numeric") {
      throw new LevelError(`${problem}, which goes from ${scale.minimum} to ${scale.maximum}`);
    }
    const meant = typeof level === "string" ? levelMeant(scale, level, competency) : undefined;
    if (meant !== undefined) problem += `; did you mean \`${meant}\`?`;
    throw new LevelError(problem);
  }

  /** The levels of the competency above one and up to another; without a scale, the one there is. */
  #steps(competency: Competency, above: ResolvedLevel | undefined, upto: ResolvedLevel | undefined): Step[] {
    if (upto === undefined) {
      return [{ level: undefined, record: undefined, indicators: competency.indicators ?? [] }];
    }
    const steps: Step[] = [];
    for (const record of competency.levels) {
      const level = this.#levelOf(competency, record.level, competency.id);
      if (level === undefined || level.number > upto.number) continue;
      if (above !== undefined && level.number <= above.number) continue;
      steps.push({ level, record, indicators: record.indicators });
    }
    return steps;
  }

  #requirement(profile: Profile, record: Requirement): ResolvedRequirement {
    const competency = this.#competency(record.competency, profile.id);
    const level = this.#levelOf(competency, record.level, profile.id);
    let steps = this.#steps(competency, undefined, level);
    if (level !== undefined && !level.scale.cumulative) {
      // A number is described by the nearest one that is not above it.
      const numeric = level.scale.kind === "numeric";
      steps = steps.filter((step) => numeric || step.level?.number === level.number).slice(-1);
    }
    return {
      competency,
      level,
      importance: record.importance,
      weight: record.weight,
      because: record.because,
      steps,
      indicators: steps.flatMap((step) => step.indicators),
      record,
    };
  }

  // ---- Gaps ----------------------------------------------------------------------------------------

  #required(profile: Profile): Map<string, ResolvedLevel | undefined> {
    return new Map(
      profile.requirements.map((one) => {
        const competency = this.#competency(one.competency, profile.id);
        return [competency.id, this.#levelOf(competency, one.level, profile.id)];
      }),
    );
  }

  /** What a person has, by id of the competency. */
  #allHeld(held: Held): Map<string, ResolvedLevel | undefined> {
    if (!(held instanceof Map) && !isPlain(held)) {
      throw new ArgumentError(
        "a gap starts at a profile, or at a map or object from competencies to the levels that are held, " +
          `not at ${kindOf(held)}`,
      );
    }
    const entries: Iterable<[string | Competency, HeldLevel]> =
      held instanceof Map ? held.entries() : Object.entries(held);
    const have = new Map<string, ResolvedLevel | undefined>();
    for (const [name, level] of entries) {
      const competency = this.#competencies.get(name);
      if (have.has(competency.id)) {
        const again = typeof name === "string" ? name : competency.id;
        throw new LevelError(`\`${competency.id}\` is held twice, the second time as \`${again}\``);
      }
      have.set(competency.id, this.#heldAt(competency, level));
    }
    return have;
  }

  #gapItem(target: Profile, requirement: Requirement, have: ReadonlyMap<string, ResolvedLevel | undefined>): GapItem {
    const competency = this.#competency(requirement.competency, target.id);
    const needs = this.#levelOf(competency, requirement.level, target.id);
    const has = have.get(competency.id);
    const { importance, weight } = requirement;
    const known = { competency, has, needs, importance, weight, requirement };
    if (!have.has(competency.id)) {
      return gapItem({ ...known, kind: "missing", steps: this.#steps(competency, undefined, needs) });
    }
    if (has === undefined || needs === undefined) {
      return gapItem({ ...known, kind: needs === undefined ? "met" : "incomparable" });
    }
    if (has.scale === needs.scale) {
      const kind = compare(has, needs);
      return gapItem({ ...known, kind, steps: kind === "below" ? this.#steps(competency, has, needs) : [] });
    }
    const crossing = this.#across(has, needs);
    let steps: Step[] = [];
    if (crossing.kind === "below") {
      steps = this.#steps(competency, undefined, needs).filter(({ level }) => {
        const kind = level && this.#across(has, level).kind;
        return kind !== "met" && kind !== "above";
      });
    }
    return gapItem({ ...known, ...crossing, steps });
  }

  /** Compares levels of two scales through the first crosswalk that can, either way. */
  #across(has: ResolvedLevel, needs: ResolvedLevel): Crossing {
    for (const crosswalk of this.crosswalks.values()) {
      if (crosswalk.from !== has.scale.id || crosswalk.to !== needs.scale.id) continue;
      const { low, high } = bounds(crosswalk, has, needs.scale);
      if (low !== undefined && low.number >= needs.number) {
        return { kind: compare(low, needs), crosswalk, translated: low };
      }
      if (high !== undefined && high.number < needs.number) return { kind: "below", crosswalk, translated: low };
    }
    for (const crosswalk of this.crosswalks.values()) {
      if (crosswalk.from !== needs.scale.id || crosswalk.to !== has.scale.id) continue;
      const { low, high } = bounds(crosswalk, needs, has.scale);
      if (high !== undefined && has.number > high.number) return { kind: "above", crosswalk, translated: high };
      if (low !== undefined && has.number < low.number) return { kind: "below", crosswalk, translated: low };
      if (low !== undefined && low.number === high?.number) {
        // Lower levels may stand for the same: then it is not known which of them is meant.
        const unsure = leadsFromBelow(crosswalk, needs, low);
        return { kind: unsure ? "incomparable" : "met", crosswalk, translated: low };
      }
    }
    return { kind: "incomparable", crosswalk: undefined, translated: undefined };
  }

  // ---- Reasons -------------------------------------------------------------------------------------

  #origin(owner: Profile, competency: Competency, record: Origin): ResolvedOrigin {
    const profileId = record.kind === "rule" ? undefined : (record.profile ?? owner.id);
    return {
      kind: record.kind,
      rule: record.kind === "rule" ? referred(this.rules, "rule", record.rule ?? "", owner.id) : undefined,
      profile: profileId === undefined ? undefined : this.profiles.get(profileId),
      profileId,
      level: record.level === undefined ? undefined : this.#levelOf(competency, record.level, owner.id),
      importance: record.importance,
      because: record.because,
      record,
    };
  }

  *#unmetRules(profile: Profile, competency: Competency): Generator<WhyNot> {
    for (const rule of this.rules.values()) {
      for (const asked of rule.requirements) {
        if (asked.competency !== competency.id) continue;
        const level = this.#levelOf(competency, asked.level, rule.id);
        const { importance, because } = asked;
        const known = { rule, profile: undefined, level, importance, because };
        if (rule.except?.includes(profile.id)) yield { kind: "exempt", ...known };
        else if (rule.in !== undefined && !this.#isIn(profile, rule)) yield { kind: "other-family", ...known };
        else if (rule.framework !== profile.framework) yield { kind: "other-framework", ...known };
      }
    }
  }

  /** What the bases would have passed on, and where it is dropped, bases first. */
  *#notInherited(profile: Profile, competency: Competency, seen: Set<string>): Generator<WhyNot> {
    for (const id of profile.extends ?? []) {
      const base = this.profiles.get(id);
      if (base === undefined || seen.has(id)) continue;
      seen.add(id);
      const asked = base.requirements.find((one) => one.competency === competency.id);
      if (asked === undefined) {
        yield* this.#notInherited(base, competency, seen);
      } else if (asked.origins.some((origin) => origin.kind !== "rule")) {
        const level = this.#levelOf(competency, asked.level, base.id);
        const { importance, because } = asked;
        yield { kind: "inherited", rule: undefined, profile: base, level, importance, because };
      }
    }
    for (const { competency: dropped, because } of profile.drops ?? []) {
      if (dropped === competency.id) {
        yield { kind: "dropped", rule: undefined, profile, level: undefined, importance: undefined, because };
      }
    }
  }

  /** Whether the profile's family is one of the rule's, or inside one. */
  #isIn(profile: Profile, rule: Rule): boolean {
    const seen = new Set<string>();
    let family = profile.family;
    while (family !== undefined && !seen.has(family)) {
      if (rule.in?.includes(family)) return true;
      seen.add(family);
      family = referred(this.families, "family", family, profile.id).parent;
    }
    return false;
  }
}

/** Whether a gap starts at this profile. What a person holds has no member that is an array. */
function isProfile(start: unknown): start is Profile {
  return typeof start === "object" && start !== null && Array.isArray((start as Partial<Profile>).requirements);
}

/** Whether it is an object with members of its own sort, and no collection or promise. */
function isPlain(value: unknown): value is Readonly<Record<string, HeldLevel>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return !(Symbol.iterator in value) && !hasMethod(value, "then");
}

function hasMethod(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && typeof (value as Record<string, unknown>)[name] === "function";
}

/** Whether half of a surrogate pair stands alone in a text or name; `JSON.stringify` escapes such alone. */
function halfSurrogate(text: string, document: unknown): boolean {
  if (!/\\u[dD][89a-fA-F]|\p{Cs}/u.test(text)) return false;
  return /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(document));
}

/** The level that has this title, or a name that is near. */
function levelMeant(scale: Scale, level: string, competency: Competency): string | undefined {
  const own = competency.scale === scale.id ? competency.levels : [];
  const titles = [
    ...own.map((one) => [one.title, one.level] as const),
    ...scale.levels.map((one) => [one.title, one.id] as const),
  ];
  const titled = titles.find(([title]) => title !== undefined && small(title) === small(level));
  return titled === undefined ? nearest(level, scale.levels.map((one) => one.id)) : String(titled[1]);
}

/** A record that the document has: that is checked when it loads. */
function referred<T>(table: ReadonlyMap<string, T>, what: string, id: string, owner: string): T {
  const record = table.get(id);
  if (record !== undefined) return record;
  throw new DocumentError(`\`${owner}\` names the ${what} \`${id}\`, which is not in the document`);
}

/** Adds its place to what is found wrong with the document. */
function located(check: () => unknown, place: () => string): void {
  try {
    check();
  } catch (problem) {
    throw problem instanceof DocumentError ? new DocumentError(problem.reason, place()) : problem;
  }
}

/** A whole item of what is known of it. */
function gapItem(known: Pick<GapItem, "competency" | "kind" | "has"> & Partial<GapItem>): GapItem {
  const steps = known.steps ?? [];
  return {
    competency: known.competency,
    kind: known.kind,
    has: known.has,
    needs: known.needs,
    importance: known.importance,
    weight: known.weight,
    steps,
    indicators: steps.flatMap((step) => step.indicators),
    crosswalk: known.crosswalk,
    translated: known.translated,
    requirement: known.requirement,
  };
}

/** `level` on `scale`; undefined where the scale has no such level. */
function levelOn(scale: Scale, level: Level, competency?: Competency): ResolvedLevel | undefined {
  const own =
    competency?.scale === scale.id ? competency.levels.find((one) => one.level === level)?.title : undefined;
  if (scale.kind === "numeric") {
    const { minimum = Infinity, maximum = -Infinity } = scale;
    if (typeof level === "string" || !(level >= minimum && level <= maximum)) return undefined;
    return { scale, level, number: level, title: own };
  }
  const found = scale.levels.find((one) => one.id === level);
  return found && { scale, level, number: found.ordinal, title: own ?? found.title };
}

function compare(has: ResolvedLevel, needs: ResolvedLevel): GapKind {
  if (has.number === needs.number) return "met";
  return has.number < needs.number ? "below" : "above";
}

function endOf(crosswalk: Crosswalk, level: Level, scale: Scale): ResolvedLevel {
  const resolved = levelOn(scale, level);
  if (resolved === undefined) {
    throw new DocumentError(`\`${crosswalk.id}\` gives \`${level}\`, which is no level of \`${scale.id}\``);
  }
  return resolved;
}

/** What the level stands for at least and at most: where the pairs on both sides of it lead. */
function bounds(crosswalk: Crosswalk, level: ResolvedLevel, right: Scale) {
  let low: ResolvedLevel | undefined;
  let high: ResolvedLevel | undefined;
  for (const pair of crosswalk.pairs) {
    const start = endOf(crosswalk, pair.from, level.scale);
    const end = endOf(crosswalk, pair.to, right);
    if (start.number <= level.number) low = end;
    if (start.number >= level.number) high ??= end;
  }
  return { low, high };
}

function leadsFromBelow(crosswalk: Crosswalk, level: ResolvedLevel, to: ResolvedLevel): boolean {
  return crosswalk.pairs.some(
    (pair) =>
      endOf(crosswalk, pair.from, level.scale).number < level.number &&
      endOf(crosswalk, pair.to, to.scale).number === to.number,
  );
}
