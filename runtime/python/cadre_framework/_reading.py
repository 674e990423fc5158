"""From what `json` gives to the dataclasses of `records`, checking every member that they have.

A reader takes a value and gives it back typed, or raises a `_Mismatch`, which collects its place on the
way up. Members that no record has are ignored: later documents of the same format may have more.
"""
from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, TypeVar, cast

from .errors import DocumentError

Reader = Callable[[Any], Any]
Key = TypeVar("Key")
Value = TypeVar("Value")
_ABSENT = object()
_LARGEST = sys.float_info.max
#: The largest whole number that every reader holds exactly.
_LARGEST_WHOLE = 2**53 - 1
#: How many characters of a value an error shows.
_EXCERPT = 60


class FrozenDict(dict[Key, Value]):
    """A dict that cannot be changed, and so has a hash where its values have one."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)

    def __repr__(self) -> str:
        return f"FrozenDict({super().__repr__()})"

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("what was read of a framework cannot be changed; dict(…) makes a copy that can")

    __setitem__ = __delitem__ = __ior__ = _refuse  # type: ignore[assignment]
    clear = pop = popitem = setdefault = update = _refuse  # type: ignore[assignment]


_NOTHING: Mapping[str, Any] = FrozenDict()


class _Mismatch(Exception):
    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.steps: list[str | int] = []

    def place(self) -> str:
        place = ""
        for step in reversed(self.steps):
            place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else step
        return place


def nothing() -> Mapping[str, Any]:
    return _NOTHING


def _kind_of(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "an array" if isinstance(value, list) else "an object"


def _excerpt(text: str) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"


def _expected(what: str, value: Any) -> _Mismatch:
    return _Mismatch(f"{what} is expected, not {_kind_of(value)}")


def string(value: Any) -> str:
    if type(value) is not str:
        raise _expected("a string", value)
    return value


def number(value: Any) -> int | float:
    if type(value) is not float and type(value) is not int:
        raise _expected("a number", value)
    return _in_range(value)


def _in_range(value: int | float) -> int | float:
    if not -_LARGEST <= value <= _LARGEST:
        raise _Mismatch("this number is too large")
    return value


def integer(value: Any) -> int:
    if type(value) is not int and type(value) is not float:
        raise _expected("a whole number", value)
    _in_range(value)
    if isinstance(value, float) and not value.is_integer():
        raise _expected("a whole number", value)
    if not -_LARGEST_WHOLE <= value <= _LARGEST_WHOLE:
        raise _Mismatch("this number is too large")
    return int(value)


def boolean(value: Any) -> bool:
    if type(value) is not bool:
        raise _expected("a boolean", value)
    return value


def flag(value: Any) -> bool:
    if value is not True:
        raise _Mismatch("true is expected; a flag that is not set is left out")
    return True


_SCALARS: dict[str, tuple[str, Reader]] = {
    "string": ("a string", string),
    "number": ("a number", number),
    "integer": ("a whole number", integer),
    "boolean": ("a boolean", boolean),
}


def one_of(*kinds: str) -> Reader:
    names = [_SCALARS[kind][0] for kind in kinds]
    what = " or ".join([", ".join(names[:-1]), names[-1]])
    types = {t for kind in kinds for t in {"string": (str,), "boolean": (bool,)}.get(kind, (int, float))}

    def read(value: Any) -> Any:
        if type(value) not in types:
            raise _expected(what, value)
        return value if type(value) is str else _in_range(value)

    return read


def enumeration(*values: str) -> Reader:
    known = {value: value for value in values}
    what = ", ".join(f"`{value}`" for value in values)

    def read(value: Any) -> str:
        if type(value) is not str:
            raise _expected("a string", value)
        if value not in known:
            raise _Mismatch(f"`{_excerpt(value)}` is none of {what}")
        return known[value]

    return read


def array(item: Reader) -> Reader:
    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise _expected("an array", value)
        items: list[Any] = []
        try:
            values: list[Any] = value
            for one in values:
                items.append(item(one))
        except _Mismatch as mismatch:
            mismatch.steps.append(len(items))
            raise
        return tuple(items)

    return read


def mapping(item: Reader) -> Reader:
    def read(value: Any) -> Mapping[str, Any]:
        if type(value) is not dict:
            raise _expected("an object", value)
        items: dict[str, Any] = {}
        for key, one in cast("dict[str, Any]", value).items():
            try:
                items[key] = item(one)
            except _Mismatch as mismatch:
                mismatch.steps.append(key)
                raise
        return FrozenDict(items)

    return read


def record(cls: type, members: Sequence[tuple[str, str, Reader, bool]]) -> Reader:
    """Reads an object into `cls`; a member is (name in JSON, field, reader, whether it must be there)."""

    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise _expected("an object", value)
        get = cast("dict[str, Any]", value).get
        fields: dict[str, Any] = {}
        for name, field, reader, required in members:
            member = get(name, _ABSENT)
            if member is not _ABSENT:
                try:
                    fields[field] = reader(member)
                except _Mismatch as mismatch:
                    mismatch.steps.append(name)
                    raise
            elif required:
                raise _Mismatch(f"the member `{name}` is missing")
        return cls(**fields)

    return read


def choice(member: str, values: tuple[str, ...] | None, first: Reader, second: Reader) -> Reader:
    """`first` for an object that has `member` (with `values`: as one of them), else `second`."""

    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise _expected("an object", value)
        if values is None:
            return first(value) if member in value else second(value)
        return first(value) if cast("dict[str, Any]", value).get(member) in values else second(value)

    return read


def index(table: str, records: Sequence[Any]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for place, one in enumerate(records):
        if found.setdefault(one.id, one) is not one:
            raise DocumentError(f"`{one.id}` is the id of an earlier record already", f"{table}[{place}].id")
    return FrozenDict(found)


def read(reader: Reader, value: Any) -> Any:
    """What `reader` makes of `value`; raises a `DocumentError` that names the place."""
    try:
        return reader(value)
    except _Mismatch as mismatch:
        raise DocumentError(mismatch.reason, mismatch.place()) from None
