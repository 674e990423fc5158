// Looking records up by what people call them, and guessing what they meant.

import { AmbiguousNameError, ArgumentError, NotFoundError } from "./errors.js";

interface Declaration {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly was?: readonly string[];
  readonly external?: true;
}

/** The records of a table by `id`, by `name`, and by the names that they had. */
export class Directory<T extends Declaration> {
  readonly #sort: string;
  readonly #records: ReadonlyMap<string, T>;
  readonly #names = new Map<string, T[]>();
  readonly #earlier = new Map<string, T[]>();

  constructor(sort: string, records: ReadonlyMap<string, T>) {
    this.#sort = sort;
    this.#records = records;
    for (const record of records.values()) {
      add(this.#names, record.name, record);
      for (const name of record.was ?? []) add(this.#earlier, name, record);
    }
  }

  /** The record; undefined where there is none. Throws where the name could mean several. */
  find(named: string | { readonly id: string }): T | undefined {
    return this.#find(this.#nameOf(named));
  }

  get(named: string | { readonly id: string }): T {
    const name = this.#nameOf(named);
    const record = this.#find(name);
    if (record === undefined) throw new NotFoundError(this.#sort, name, this.#suggest(name));
    return record;
  }

  /** The name itself, or the id of a record. Programs without types may give anything. */
  #nameOf(named: unknown): string {
    if (typeof named === "string") return named;
    if (typeof named === "object" && named !== null && "id" in named && typeof named.id === "string") return named.id;
    throw new ArgumentError(
      `a ${this.#sort} is named by its id or name, or by its record, not by ${kindOf(named)}`,
    );
  }

  #find(name: string): T | undefined {
    const record = this.#records.get(name);
    if (record !== undefined) return record;
    for (const names of [this.#names, this.#earlier]) {
      const all = names.get(name) ?? [];
      const own = all.filter((one) => !one.external);
      const among = own.length > 0 ? own : all;
      if (among.length === 1) return among[0];
      if (among.length > 1) throw new AmbiguousNameError(this.#sort, name, among.map((one) => one.id));
    }
    return undefined;
  }

  #suggest(name: string): string | undefined {
    const candidates: string[] = [];
    for (const record of this.#records.values()) {
      if (small(record.title) === small(name)) {
        return this.#names.get(record.name)?.length === 1 ? record.name : record.id;
      }
      candidates.push(record.id, record.name);
    }
    return nearest(name, candidates);
  }
}

function add<T>(names: Map<string, T[]>, name: string, record: T): void {
  const known = names.get(name);
  if (known === undefined) names.set(name, [record]);
  else known.push(record);
}

/** What to call a value that is none of those that were expected. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object of another sort" : `a ${typeof value}`;
}

export function small(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * The first of the candidates that are nearest to `name`, if less than a third of it differs. Of fewer
 * than three letters none may differ, but for small and capital ones.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = [...small(name)];
  let best: string | undefined;
  let limit = wanted.length < 3 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  for (const candidate of candidates) {
    const found = distance(wanted, [...small(candidate)], limit);
    if (found === undefined) continue;
    best = candidate;
    limit = found - 1;
    if (limit < 0) break;
  }
  return best;
}

/** How many insertions, deletions and replacements make `b` of `a`; undefined if more than `limit`. */
function distance(a: readonly string[], b: readonly string[], limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, replaced));
    }
    row = next;
    if (Math.min(...row) > limit) return undefined;
  }
  const last = row[b.length] ?? 0;
  return last <= limit ? last : undefined;
}
