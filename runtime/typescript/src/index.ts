// Reads framework.json, the document that `cadre build` writes of a competency framework.

export * from "./errors.js";
export { Framework } from "./framework.js";
export * from "./results.js";
export {
  formatVersion,
  toDocument,
} from "./records.js";
export type * from "./records.js";
