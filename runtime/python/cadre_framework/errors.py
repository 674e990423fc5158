"""What can go wrong with a framework, each with a sentence that can be shown to people."""
from __future__ import annotations


class FrameworkError(Exception):
    """Any error of this package."""


class DocumentError(FrameworkError, ValueError):
    """The text is no framework.json that this reader understands."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{place}: {reason}" if place else reason)
        self.reason = reason
        #: Where in the document: `profiles[3].requirements[0].importance`; empty for the whole of it.
        self.place = place


class VersionError(DocumentError):
    """The document is written in a later version of the format than this reader knows."""


class NotFoundError(FrameworkError, LookupError):
    """The framework has nothing of that name."""

    def __init__(self, what: str, name: str, suggestion: str | None) -> None:
        hint = f"; did you mean `{suggestion}`?" if suggestion is not None else ""
        super().__init__(f"there is no {what} `{name}`{hint}")
        #: What was looked for: `profile`, `competency`, `scale`.
        self.what = what
        self.name = name
        #: The id or name that is nearest, if one is near.
        self.suggestion = suggestion


class AmbiguousNameError(FrameworkError, LookupError):
    """Records of several other frameworks have that name, and none of this one's own."""

    def __init__(self, what: str, name: str, ids: tuple[str, ...]) -> None:
        listed = ", ".join(f"`{id}`" for id in ids)
        super().__init__(f"`{name}` is the name of more than one {what}: {listed}; give the id")
        self.what = what
        self.name = name
        self.ids = ids


class LevelError(FrameworkError, ValueError):
    """A level that the competency cannot be held at."""
