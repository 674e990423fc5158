// Checks that what JSON.parse gave has the types of records.ts. A check takes a value and throws a
// `Mismatch`, which collects its place on the way up. Members that no record has are ignored: later
// documents of the same format may have more.

import { DocumentError } from "./errors.js";

export type Check = (value: unknown) => void;
type Object = Record<string, unknown>;
type Scalar = "string" | "number" | "integer" | "boolean";

class Mismatch {
  readonly steps: (string | number)[] = [];

  constructor(readonly reason: string) {}

  place(): string {
    let place = "";
    for (const step of [...this.steps].reverse()) {
      place += typeof step === "number" ? `[${step}]` : place === "" ? step : `.${step}`;
    }
    return place;
  }
}

/** The beginning of a text, for a message. */
function excerpt(text: string): string {
  const letters = [...text];
  return letters.length <= 60 ? text : `${letters.slice(0, 60).join("")}…`;
}

function expected(what: string, value: unknown): Mismatch {
  let kind = "an object";
  if (value === null || value === undefined) kind = "null";
  else if (typeof value === "boolean") kind = "a boolean";
  else if (typeof value === "number") kind = "a number";
  else if (typeof value === "string") kind = "a string";
  else if (Array.isArray(value)) kind = "an array";
  return new Mismatch(`${what} is expected, not ${kind}`);
}

/** Runs `check` and adds `step` to the place of what it throws. */
function at(step: string | number, check: Check, value: unknown): void {
  try {
    check(value);
  } catch (problem) {
    if (problem instanceof Mismatch) problem.steps.push(step);
    throw problem;
  }
}

function object(value: unknown): Object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw expected("an object", value);
  return value as Object;
}

export function string(value: unknown): void {
  if (typeof value !== "string") throw expected("a string", value);
}

export function number(value: unknown): void {
  if (typeof value !== "number") throw expected("a number", value);
  if (!Number.isFinite(value)) throw new Mismatch("this number is too large");
}

export function integer(value: unknown): void {
  if (typeof value !== "number") throw expected("a whole number", value);
  number(value);
  if (!Number.isInteger(value)) throw expected("a whole number", value);
  if (!Number.isSafeInteger(value)) throw new Mismatch("this number is too large");
}

export function boolean(value: unknown): void {
  if (typeof value !== "boolean") throw expected("a boolean", value);
}

export function flag(value: unknown): void {
  if (value !== true) throw new Mismatch("true is expected; a flag that is not set is left out");
}

const scalars: Record<Scalar, string> = {
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "a boolean",
};

export function oneOf(...kinds: readonly Scalar[]): Check {
  const names = kinds.map((kind) => scalars[kind]);
  const what = `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`;
  const types = new Set<string>(kinds.map((kind) => (kind === "integer" ? "number" : kind)));
  return (value) => {
    if (!types.has(typeof value)) throw expected(what, value);
    if (typeof value === "number") number(value);
  };
}

export function enumeration(...values: readonly string[]): Check {
  const known = new Set(values);
  const what = values.map((value) => `\`${value}\``).join(", ");
  return (value) => {
    if (typeof value !== "string") throw expected("a string", value);
    if (!known.has(value)) throw new Mismatch(`\`${excerpt(value)}\` is none of ${what}`);
  };
}

export function array(item: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) throw expected("an array", value);
    for (let i = 0; i < value.length; ++i) at(i, item, value[i]);
  };
}

export function mapping(item: Check): Check {
  return (value) => {
    for (const [key, one] of Object.entries(object(value))) at(key, item, one);
  };
}

/** An object with members of (name, check, whether it must be there). */
export function record(members: readonly (readonly [string, Check, boolean])[]): Check {
  return (value) => {
    const all = object(value);
    for (const [name, check, required] of members) {
      if (Object.hasOwn(all, name)) at(name, check, all[name]);
      else if (required) throw new Mismatch(`the member \`${name}\` is missing`);
    }
  };
}

/** `first` for an object that has `member` (with `values`: as one of them), else `second`. */
export function choice(member: string, values: readonly string[] | undefined, first: Check, second: Check): Check {
  return (value) => {
    const all = object(value);
    const chosen = Object.hasOwn(all, member) && (values === undefined || values.includes(all[member] as string));
    (chosen ? first : second)(value);
  };
}

/** Runs a check; throws a `DocumentError` that names the place. */
export function all(check: Check, value: unknown): void {
  try {
    check(value);
  } catch (problem) {
    if (problem instanceof Mismatch) throw new DocumentError(problem.reason, problem.place());
    throw problem;
  }
}

export function index<T extends { readonly id: string }>(
  table: string,
  records: readonly T[],
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [place, one] of records.entries()) {
    if (found.has(one.id)) {
      throw new DocumentError(`\`${one.id}\` is the id of an earlier record already`, `${table}[${place}].id`);
    }
    found.set(one.id, one);
  }
  return found;
}
