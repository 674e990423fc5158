"""Looking records up by what people call them, and guessing what they meant."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .errors import AmbiguousNameError, NotFoundError

_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


class Directory:
    """The records of a table by `id`, by `name`, and by the names that they had."""

    def __init__(self, what: str, records: Mapping[str, Any]) -> None:
        self._what = what
        self._records = records
        self._names: dict[str, list[Any]] = {}
        self._earlier: dict[str, list[Any]] = {}
        for record in records.values():
            self._names.setdefault(record.name, []).append(record)
            for name in record.was:
                self._earlier.setdefault(name, []).append(record)

    def find(self, name: str) -> Any | None:
        """The record; `None` where there is none. Raises where the name could mean several."""
        record = self._records.get(name)
        if record is not None:
            return record
        for names in (self._names, self._earlier):
            among = names.get(name, [])
            own = [record for record in among if not record.external]
            if len(own or among) == 1:
                return (own or among)[0]
            if among:
                raise AmbiguousNameError(self._what, name, tuple(record.id for record in own or among))
        return None

    def get(self, name: str) -> Any:
        record = self.find(name)
        if record is None:
            raise NotFoundError(self._what, name, self._suggest(name))
        return record

    def _suggest(self, name: str) -> str | None:
        small = name.translate(_SMALL)
        for record in self._records.values():
            if record.title.translate(_SMALL) == small:
                return record.name if self._names[record.name] == [record] else record.id
        return nearest(name, (text for record in self._records.values() for text in (record.id, record.name)))


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The first of the candidates that are nearest to `name`, if less than a third of it differs."""
    small = name.translate(_SMALL)
    best, limit = None, max(1, len(name) // 3)
    for candidate in candidates:
        distance = _distance(small, candidate.translate(_SMALL), limit)
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
