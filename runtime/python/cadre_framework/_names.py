"""Looking records up by what people call them, and guessing what they meant."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .errors import AmbiguousNameError, ArgumentError, NotFoundError

_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def lowered(text: str) -> str:
    return text.translate(_SMALL)


def kind_of(value: Any) -> str:
    """What to call a value that is none of those that were expected."""
    return "None" if value is None else f"a value of type `{type(value).__name__}`"


class Directory:
    """The records of a table by `id`, by `name`, and by the names that they had."""

    def __init__(self, sort: str, records: Mapping[str, Any]) -> None:
        self._sort = sort
        self._records = records
        self._names: dict[str, list[Any]] = {}
        self._earlier: dict[str, list[Any]] = {}
        for record in records.values():
            self._names.setdefault(record.name, []).append(record)
            for name in record.was:
                self._earlier.setdefault(name, []).append(record)

    def find(self, named: Any) -> Any | None:
        """The record; `None` where there is none. Raises where the name could mean several."""
        return self._find(self._name_of(named))

    def get(self, named: Any) -> Any:
        name = self._name_of(named)
        record = self._find(name)
        if record is None:
            raise NotFoundError(self._sort, name, self._suggest(name))
        return record

    def _name_of(self, named: Any) -> str:
        """The name itself, or the id of a record."""
        name = named if isinstance(named, str) else getattr(named, "id", None)
        if not isinstance(name, str):
            raise ArgumentError(f"a {self._sort} is named by its id or name, or by its record, not by {kind_of(named)}")
        return name

    def _find(self, name: str) -> Any | None:
        record = self._records.get(name)
        if record is not None:
            return record
        for names in (self._names, self._earlier):
            among = names.get(name, [])
            own = [record for record in among if not record.external]
            if len(own or among) == 1:
                return (own or among)[0]
            if among:
                raise AmbiguousNameError(self._sort, name, tuple(record.id for record in own or among))
        return None

    def _suggest(self, name: str) -> str | None:
        small = lowered(name)
        for record in self._records.values():
            if lowered(record.title) == small:
                name_or_id: str = record.name if self._names[record.name] == [record] else record.id
                return name_or_id
        return nearest(name, (text for record in self._records.values() for text in (record.id, record.name)))


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The first of the candidates that are nearest to `name`, if less than a third of it differs.

    Of fewer than three letters none may differ, but for small and capital ones.
    """
    small = lowered(name)
    best, limit = None, max(1, len(name) // 3) if len(name) > 2 else 0
    for candidate in candidates:
        distance = _distance(small, lowered(candidate), limit)
        if distance is not None:
            best, limit = candidate, distance - 1
            if limit < 0:
                break
    return best


def _distance(a: str, b: str, limit: int) -> int | None:
    """How many insertions, deletions and replacements make `b` of `a`; `None` if more than `limit`."""
    if abs(len(a) - len(b)) > limit:
        return None
    row = list(range(len(b) + 1))
    for i, char in enumerate(a, 1):
        corner, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (char != other))
        if min(row) > limit:
            return None
    return row[-1] if row[-1] <= limit else None
