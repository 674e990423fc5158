// What only the TypeScript reader has: its types, which must compile as they stand here, and errors for
// what programs without types may give. Run with the paths of two documents.
import {
  Framework,
  FrameworkError,
  NotFoundError,
  type Competency,
  type Held,
  type HeldLevel,
} from "cadre-framework";
import { readFile } from "node:fs/promises";

let passed = 0;
let failed = 0;

function same(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) === JSON.stringify(wanted)) {
    ++passed;
    return;
  }
  ++failed;
  console.log(`${what}:\n  found  ${JSON.stringify(found)}\n  wanted ${JSON.stringify(wanted)}`);
}

function problemOf(doing: () => unknown): string {
  try {
    doing();
  } catch (problem) {
    if (problem instanceof FrameworkError) return `${problem.name}: ${problem.message}`;
    return `not one of this package: ${String(problem)}`;
  }
  return "no error";
}

const [numericPath = "", rescuePath = ""] = process.argv.slice(2);
const bytes = await readFile(rescuePath);
const rescue = Framework.parse(bytes);
const numericText = new TextDecoder().decode(await readFile(numericPath));
const numeric = Framework.parse(numericText);
const any = rescue as any;

// Types
const unknownScale: string | undefined = undefined;
const level: HeldLevel = { level: 3, scale: unknownScale };
same("a scale that may be undefined", numeric.gap({ IceClimbing: level }, "WinterGuide").items[0]?.has?.number, 3);
const radio = rescue.findCompetency("Radio");
const team = rescue.findProfile("DogTeam");
if (radio === undefined || team === undefined) throw new Error("the document is another one");
const byRecord: Held = new Map<string | Competency, HeldLevel>([[radio, "Maker"]]);
same("held by record", rescue.gap(byRecord, team), rescue.gap({ Radio: "Maker" }, "DogTeam"));
const byName: ReadonlyMap<string, HeldLevel> = new Map<string, HeldLevel>([["Radio", "Maker"]]);
same("held by name", rescue.gap(byName, team), rescue.gap({ Radio: "Maker" }, "DogTeam"));

// Arguments
same("records", rescue.gap(team, team), rescue.gap("DogTeam", "DogTeam"));
same("a record", rescue.profile(team), rescue.profile("DogTeam"));
same("records of both", rescue.why(team, radio), rescue.why("DogTeam", "Radio"));
const start =
  "ArgumentError: a gap starts at a profile, or at a map or object from competencies to the levels that are held, not at ";
for (const [given, kind] of [
  [undefined, "undefined"],
  [null, "null"],
  [[["Radio", "Maker"]], "an array"],
  [5, "a number"],
  [new Set(["Radio"]), "an object of another sort"],
  [Promise.resolve({}), "an object of another sort"],
]) {
  same("a start", problemOf(() => any.gap(given, "DogTeam")), start + kind);
}
const name = "ArgumentError: a profile is named by its id or name, or by its record, not by ";
same("a name", problemOf(() => any.profile(undefined)), `${name}undefined`);
same("a target", problemOf(() => any.gap({}, 5)), `${name}a number`);
same("what is found", problemOf(() => any.findProfile({})), `${name}an object of another sort`);
same(
  "a null scale",
  problemOf(() => any.gap({ Radio: { level: "Maker", scale: null } }, "DogTeam")),
  "ArgumentError: a scale is named by its id or name, or by its record, not by null",
);
const text = "ArgumentError: a framework is read from a text or from bytes, not from ";
same("a promise", problemOf(() => Framework.parse(readFile(rescuePath) as any)), `${text}an object of another sort; await it first`);
same("no text", problemOf(() => Framework.parse(undefined as any)), `${text}undefined`);
const { buffer, byteOffset, byteLength } = bytes;
const copied = buffer.slice(byteOffset, byteOffset + byteLength);
same("an ArrayBuffer", Framework.parse(copied as ArrayBuffer).document, rescue.document);
try {
  rescue.profile("DogTeem");
} catch (problem) {
  const { sort, wanted, suggestion } = problem as NotFoundError;
  same("the members of an error", [sort, wanted, suggestion], ["profile", "DogTeem", "DogTeam"]);
}

// Numbers
for (const digits of [`1${"0".repeat(400)}`, "1e400", "-1e400"]) {
  same(
    "a version without end",
    problemOf(() => Framework.parse(numericText.replace('"formatVersion": 1', `"formatVersion": ${digits}`))),
    "DocumentError: formatVersion: this number is too large",
  );
}
same("nothing", problemOf(() => Framework.parse("")), "DocumentError: this is not JSON: there is nothing in it");
same(
  "deep",
  problemOf(() => Framework.parse(`{"nobody": ${"[".repeat(5000)}${"]".repeat(5000)}}`)),
  "DocumentError: the member `$schema` is missing",
);
const titled = (title: string) => numericText.replace(/"title": "[^"]*"/, `"title": "${title}"`);
same("a whole pair", Framework.parse(titled("\\ud83d\\ude00 \\\\ud800")).document.framework.title, "\u{1f600} \\ud800");
for (const half of ["\\ud800", "\\\\\\udc00", "\ud800"]) {
  same("half a pair", problemOf(() => Framework.parse(titled(half))), "DocumentError: this is not JSON: it has half of a surrogate pair");
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
