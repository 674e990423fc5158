"""What can go wrong with a framework, each with a sentence that can be shown to people."""
from __future__ import annotations

from typing import Any


class FrameworkError(Exception):
    """Any error of this package."""


class DocumentError(FrameworkError, ValueError):
    """The text is no framework.json that this reader understands."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{place}: {reason}" if place else reason)
        self.reason = reason
        #: Where in the document: `profiles[3].requirements[0].importance`; empty for the whole of it.
        self.place = place

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.reason, self.place)


class VersionError(DocumentError):
    """The document is written in a later version of the format than this reader knows."""


class NotFoundError(FrameworkError, LookupError):
    """The framework has nothing of that name."""

    def __init__(self, sort: str, wanted: str, suggestion: str | None) -> None:
        hint = f"; did you mean `{suggestion}`?" if suggestion is not None else ""
        super().__init__(f"there is no {sort} `{wanted}`{hint}")
        #: What was looked for: `profile`, `competency`, `scale`.
        self.sort = sort
        #: The id or name that it was looked for by.
        self.wanted = wanted
        #: The id or name that is nearest, if one is near.
        self.suggestion = suggestion

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.sort, self.wanted, self.suggestion)


class AmbiguousNameError(FrameworkError, LookupError):
    """Records of several other frameworks have that name, and none of this one's own."""

    def __init__(self, sort: str, wanted: str, ids: tuple[str, ...]) -> None:
        listed = ", ".join(f"`{id}`" for id in ids)
        super().__init__(f"`{wanted}` is the name of more than one {sort}: {listed}; give the id")
        self.sort = sort
        self.wanted = wanted
        self.ids = ids

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.sort, self.wanted, self.ids)


class LevelError(FrameworkError, ValueError):
    """A level that the competency cannot be held at."""


class ArgumentError(FrameworkError, TypeError):
    """What was given is nothing that can be asked about: no name, no record, no text."""
