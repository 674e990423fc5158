// What `profile`, `gap` and `why` answer. What each member means is written in docs/readers.md.

import type {
  Competency,
  CompetencyLevel,
  Crosswalk,
  Importance,
  Indicator,
  Level,
  Origin,
  OriginKind,
  Profile,
  Requirement,
  Rule,
  Scale,
} from "./records.js";

/** A level with the scale that it is on. */
export interface ResolvedLevel {
  readonly scale: Scale;
  /** As the document writes it: the id of a level, or a number. */
  readonly level: Level;
  /** What to compare by: the place on an ordinal scale, counted from 1, or the number itself. */
  readonly number: number;
  /** The competency's own name for the level, else the scale's; a bare number has none. */
  readonly title: string | undefined;
}

/** A level of a competency that its framework describes, and what shows it. */
export interface Step {
  /** Undefined for a competency without a scale. */
  readonly level: ResolvedLevel | undefined;
  /** The competency's own record of the level; undefined for a competency without a scale. */
  readonly record: CompetencyLevel | undefined;
  readonly indicators: readonly Indicator[];
}

/** A requirement of a profile with the records that it names. */
export interface ResolvedRequirement {
  readonly competency: Competency;
  /** Undefined for a competency without a scale. */
  readonly level: ResolvedLevel | undefined;
  readonly importance: Importance;
  readonly weight: number | undefined;
  readonly because: string | undefined;
  /** The levels whose indicators apply, lowest first. */
  readonly steps: readonly Step[];
  /** The indicators of all steps, in order. */
  readonly indicators: readonly Indicator[];
  readonly record: Requirement;
}

/** A profile with its requirements in the order of the document. */
export interface ResolvedProfile {
  readonly record: Profile;
  readonly requirements: readonly ResolvedRequirement[];
}

export type GapKind = "missing" | "below" | "met" | "above" | "incomparable" | "extra";

/** What one competency adds to a gap. */
export interface GapItem {
  readonly competency: Competency;
  readonly kind: GapKind;
  /** What is there; undefined if nothing is, the competency has no scale, or no level is known. */
  readonly has: ResolvedLevel | undefined;
  /** What is asked for; undefined if nothing is, or the competency has no scale. */
  readonly needs: ResolvedLevel | undefined;
  /** Of the requirement; undefined for what is not required. */
  readonly importance: Importance | undefined;
  readonly weight: number | undefined;
  /** The levels on the way, above `has` and up to `needs`, lowest first. */
  readonly steps: readonly Step[];
  /** The indicators of all steps, in order. */
  readonly indicators: readonly Indicator[];
  /** The crosswalk that the two levels were compared through, where they are on two scales. */
  readonly crosswalk: Crosswalk | undefined;
  /**
   * With a crosswalk: what `has` stands for at least on the scale of the competency, or the level that
   * `has` was compared with on its own.
   */
  readonly translated: ResolvedLevel | undefined;
  /** The requirement of the profile that the gap leads to; undefined for what is not required. */
  readonly requirement: Requirement | undefined;
}

/** What it takes to get from a profile, or from what a person has, to a profile. */
export interface Gap {
  /** Undefined for a person. */
  readonly start: Profile | undefined;
  readonly target: Profile;
  /** First what `target` requires, in its order; then what is there and not required. */
  readonly items: readonly GapItem[];
  /** The items that are missing or below. */
  readonly lacking: readonly GapItem[];
}

/**
 * What a person holds a competency at: a level of its scale, a level of another scale that is named by
 * id or name, or `true` for having it at no level that is known.
 */
export type HeldLevel =
  | Level
  | true
  | { readonly level: Level; readonly scale?: string | Scale | undefined };

/** What a person holds, by id or name of the competency; in a map its record does as well. */
export type Held = ReadonlyMap<string | Competency, HeldLevel> | Readonly<Record<string, HeldLevel>>;

/** A place that a requirement comes from. */
export interface ResolvedOrigin {
  readonly kind: OriginKind;
  /** The rule, for one of kind `rule`. */
  readonly rule: Rule | undefined;
  /** The profile that has the line. Undefined for a rule, and for an abstract profile. */
  readonly profile: Profile | undefined;
  /** The id of that profile, also of an abstract one. */
  readonly profileId: string | undefined;
  readonly level: ResolvedLevel | undefined;
  readonly importance: Importance | undefined;
  readonly because: string | undefined;
  readonly record: Origin;
}

export type WhyNotKind = "exempt" | "other-family" | "other-framework" | "inherited" | "dropped";

/** Something that could have made a competency required, or that drops it. */
export interface WhyNot {
  readonly kind: WhyNotKind;
  /** The rule, for the first three kinds. */
  readonly rule: Rule | undefined;
  /** The profile, for the last two kinds. */
  readonly profile: Profile | undefined;
  readonly level: ResolvedLevel | undefined;
  readonly importance: Importance | undefined;
  readonly because: string | undefined;
}

/** Why a profile requires a competency, or why it does not. */
export interface Why {
  readonly profile: Profile;
  readonly competency: Competency;
  readonly required: boolean;
  /** Undefined where the profile does not require the competency. */
  readonly requirement: ResolvedRequirement | undefined;
  /** Where the requirement comes from, in order; empty where there is none. */
  readonly origins: readonly ResolvedOrigin[];
  /** Where it is not required, what the document says about that; empty if nothing asks for it. */
  readonly whyNot: readonly WhyNot[];
}
