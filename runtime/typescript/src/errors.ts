// What can go wrong with a framework, each with a sentence that can be shown to people.

/** Any error of this package. */
export class FrameworkError extends Error {
  override name = "FrameworkError";
}

/** The text is no framework.json that this reader understands. */
export class DocumentError extends FrameworkError {
  override name = "DocumentError";

  constructor(
    readonly reason: string,
    /** Where in the document: `profiles[3].requirements[0].importance`; empty for the whole of it. */
    readonly place: string = "",
  ) {
    super(place === "" ? reason : `${place}: ${reason}`);
  }
}

/** The document is written in a later version of the format than this reader knows. */
export class VersionError extends DocumentError {
  override name = "VersionError";
}

/** The framework has nothing of that name. */
export class NotFoundError extends FrameworkError {
  override name = "NotFoundError";

  constructor(
    /** What was looked for: `profile`, `competency`, `scale`. */
    readonly sort: string,
    /** The id or name that it was looked for by. */
    readonly wanted: string,
    /** The id or name that is nearest, if one is near. */
    readonly suggestion: string | undefined,
  ) {
    const hint = suggestion === undefined ? "" : `; did you mean \`${suggestion}\`?`;
    super(`there is no ${sort} \`${wanted}\`${hint}`);
  }
}

/** Records of several other frameworks have that name, and none of this one's own. */
export class AmbiguousNameError extends FrameworkError {
  override name = "AmbiguousNameError";

  constructor(
    readonly sort: string,
    readonly wanted: string,
    readonly ids: readonly string[],
  ) {
    const listed = ids.map((id) => `\`${id}\``).join(", ");
    super(`\`${wanted}\` is the name of more than one ${sort}: ${listed}; give the id`);
  }
}

/** A level that the competency cannot be held at. */
export class LevelError extends FrameworkError {
  override name = "LevelError";
}

/** What was given is nothing that can be asked about: no name, no record, no text. */
export class ArgumentError extends FrameworkError {
  override name = "ArgumentError";
}
