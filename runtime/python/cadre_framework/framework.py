"""A framework in memory: its tables, and the answers of `profile`, `gap` and `why`."""
from __future__ import annotations

import json
import math
import os
import pathlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Literal, NoReturn, cast

from . import records
from ._names import Directory, kind_of, lowered, nearest
from ._reading import read
from ._references import check_references
from .errors import ArgumentError, DocumentError, LevelError, VersionError
from .records import Competency, Crosswalk, Level, Origin, Profile, Requirement, Rule, Scale
from .results import (Gap, GapItem, GapKind, HeldLevel, ResolvedLevel, ResolvedOrigin, ResolvedProfile,
                      ResolvedRequirement, Step, Why, WhyNot)

_Crossing = tuple[GapKind, "Crosswalk | None", "ResolvedLevel | None"]
#: What a person holds a competency at; `True` for having one, at no level that is known.
Held = Level | HeldLevel | Literal[True]
#: The largest version of the format that is written out in an error.
_LARGEST_SHOWN = 1_000_000
#: What half a surrogate pair can come from.
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


def load(path: str | os.PathLike[str]) -> Framework:
    """Reads the framework.json at `path`.

    Raises `OSError` where it cannot be read, `VersionError` for a later format, and `DocumentError`
    for everything else that is wrong with it.
    """
    return loads(pathlib.Path(path).read_bytes())


def loads(text: str | bytes | bytearray | memoryview) -> Framework:
    """Reads a framework.json from a string, or from bytes in UTF-8.

    >>> loads('{"formatVersion": 2}')
    Traceback (most recent call last):
    cadre_framework.errors.VersionError: formatVersion: this document is in format 2, and this reader \
knows format 1: a newer reader is needed
    """
    try:
        if isinstance(text, (bytes, bytearray, memoryview)):
            text = bytes(text).decode("utf-8")
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ArgumentError(f"a framework is read from a text or from bytes, not from {kind_of(text)}")
        text = text.removeprefix("\ufeff")
        if not text.strip(" \t\r\n"):
            raise ValueError("there is nothing in it")
        document = json.loads(text, parse_constant=_no_constant, parse_int=_whole)
        if _SURROGATE.search(text):
            _check_surrogates(document)
    except ValueError as problem:
        raise DocumentError(f"this is not JSON: {problem}") from None
    except RecursionError:
        raise DocumentError("this is not JSON: it is nested too deeply") from None
    return from_dict(document)


def from_dict(document: Any) -> Framework:
    """Reads what `json.load` made of a framework.json."""
    if isinstance(document, dict):
        version = cast("dict[str, Any]", document).get("formatVersion")
        if not isinstance(version, (int, float)) or isinstance(version, bool) or version in (math.inf, -math.inf):
            version = 1
        if version > records.FORMAT_VERSION:
            it = f"format {_plain(version)}" if version <= _LARGEST_SHOWN else "a later format"
            raise VersionError(f"this document is in {it}, and this reader knows format "
                               f"{records.FORMAT_VERSION}: a newer reader is needed", "formatVersion")
        if version < 1:
            raise DocumentError(f"{_plain(version)} is no version of the format", "formatVersion")
    return Framework(read(records.read_document, document))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _whole(digits: str) -> int | float:
    """A whole number; one that is too large for a float is endless."""
    return int(digits) if len(digits) < 300 else float(digits)


def _check_surrogates(document: Any) -> None:
    try:
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("it has half of a surrogate pair") from None


def _plain(number: int | float) -> str:
    return str(int(number)) if math.isfinite(number) and number == int(number) else repr(number)


class Framework(records.Tables):
    """A competency framework, immutable, with its records by id.

    Each table of the document is an attribute here: a mapping from `id` to record, in the order of
    the document. `document` is the document itself.

    A profile or competency is named by its id or by its name; earlier names do as well.
    """

    def __init__(self, document: records.Document) -> None:
        super().__init__(document)
        self.document = document
        for place, scale in enumerate(document.scales):
            if scale.kind == "numeric" and (scale.minimum is None or scale.maximum is None):
                raise DocumentError("a numeric scale has a `minimum` and a `maximum`", f"scales[{place}]")
        check_references(document, self)
        self._check_levels()
        self._profiles = Directory("profile", self.profiles)
        self._competencies = Directory("competency", self.competencies)
        self._scales = Directory("scale", self.scales)

    def __repr__(self) -> str:
        about = self.document.framework
        return f"<Framework {about.id} {about.version}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.document,)

    # ---- Questions ---------------------------------------------------------------------------------

    def find_profile(self, name: str | Profile) -> Profile | None:
        """The record of a profile by id or name; `None` where there is none."""
        return self._profiles.find(name)

    def find_competency(self, name: str | Competency) -> Competency | None:
        """The record of a competency by id or name; `None` where there is none."""
        return self._competencies.find(name)

    def profile(self, name: str | Profile) -> ResolvedProfile:
        """A profile with what it requires: each competency, its level, and the indicators that apply."""
        profile = self._profiles.get(name)
        return ResolvedProfile(profile, tuple(self._requirement(profile, one) for one in profile.requirements))

    def gap(self, start: str | Profile | Mapping[str, Held] | Mapping[Competency, Held],
            target: str | Profile) -> Gap:
        """What it takes to get to the profile `target` from another, or from what a person has.

        `start` names a profile, or maps competencies to the levels that they are held at: a level of
        the competency's scale, a `HeldLevel` for one of another scale, or `True` for having it.
        """
        profile = None
        if isinstance(start, (str, Profile)):
            profile = self._profiles.get(start)
            has = {one.competency: self._level_of(self.competencies[one.competency], one.level, profile.id)
                   for one in profile.requirements}
        else:
            if not isinstance(start, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise ArgumentError("a gap starts at a profile, or at a mapping from competencies to the levels that "
                                    f"are held, not at {kind_of(start)}")
            has = self._all_held(cast("Mapping[str, Held]", start))
        goal = self._profiles.get(target)
        wanted = {requirement.competency for requirement in goal.requirements}
        items = [self._gap_item(goal, requirement, requirement.competency in has, has.get(requirement.competency))
                 for requirement in goal.requirements]
        for competency, level in has.items():
            if competency not in wanted:
                items.append(GapItem(self.competencies[competency], "extra", level, None, None, None, (),
                                     None, None, None))
        return Gap(profile, goal, tuple(items))

    def why(self, profile: str | Profile, competency: str | Competency) -> Why:
        """Why the profile requires the competency: all origins in order; or why it does not."""
        owner = self._profiles.get(profile)
        subject = self._competencies.get(competency)
        for requirement in owner.requirements:
            if requirement.competency == subject.id:
                origins = tuple(self._origin(owner, subject, origin) for origin in requirement.origins)
                return Why(owner, subject, self._requirement(owner, requirement), origins, ())
        return Why(owner, subject, None, (), tuple(self._why_not(owner, subject)))

    # ---- Levels ------------------------------------------------------------------------------------

    def _scale_of(self, competency: Competency) -> Scale | None:
        if competency.scale is None:
            return None
        return self.scales[competency.scale]

    def _level(self, scale: Scale, level: Level, competency: Competency | None) -> ResolvedLevel | None:
        """`level` on `scale`; `None` where the scale has no such level."""
        own = None
        if competency is not None and competency.scale == scale.id:
            own = next((one.title for one in competency.levels if one.level == level), None)
        if scale.kind == "numeric":
            low, high = _range(scale)
            if isinstance(level, str) or not low <= level <= high:
                return None
            return ResolvedLevel(scale, level, level, own)
        for one in scale.levels:
            if one.id == level:
                return ResolvedLevel(scale, level, one.ordinal, own if own is not None else one.title)
        return None

    def _level_of(self, competency: Competency, level: Level | None, owner: str) -> ResolvedLevel | None:
        """A level that the document gives for the competency."""
        scale = self._scale_of(competency)
        if level is None or scale is None:
            if level is not None or scale is not None:
                says = "no level" if level is None else "a level"
                but = "" if level is None else ", which has no scale"
                raise DocumentError(f"`{owner}` gives {says} for `{competency.id}`{but}")
            return None
        resolved = self._level(scale, level, competency)
        if resolved is None:
            raise DocumentError(f"`{owner}` gives `{_shown(level)}` for `{competency.id}`, "
                                f"which is no level of `{scale.id}`")
        return resolved

    def _held(self, competency: Competency, held: Held) -> ResolvedLevel | None:
        """What a person has the competency at; `None` where no level is known."""
        if held is True:
            return None
        level, scale = held, self._scale_of(competency)
        if isinstance(held, HeldLevel):
            level = held.level
            if held.scale is not None:
                scale = self._scales.get(held.scale)
        if isinstance(level, bool) or not isinstance(level, (str, int, float)):
            raise LevelError(f"`{competency.id}` is held at no level: give one, or true")
        if scale is None:
            raise LevelError(f"`{competency.id}` has no scale: it is held without a level")
        resolved = self._level(scale, level, competency)
        if resolved is None:
            raise LevelError(_no_such_level(scale, level, competency))
        return resolved

    def _steps(self, competency: Competency, above: ResolvedLevel | None, upto: ResolvedLevel | None) -> list[Step]:
        """The levels of the competency above one and up to another; without a scale, the one there is."""
        if upto is None:
            return [Step(None, None, competency.indicators)]
        steps: list[Step] = []
        for record in competency.levels:
            level = self._level_of(competency, record.level, competency.id)
            assert level is not None
            if level.number <= upto.number and (above is None or level.number > above.number):
                steps.append(Step(level, record, record.indicators))
        return steps

    def _requirement(self, profile: Profile, record: Requirement) -> ResolvedRequirement:
        competency = self.competencies[record.competency]
        level = self._level_of(competency, record.level, profile.id)
        steps = self._steps(competency, None, level)
        if level is not None and not level.scale.cumulative:
            # A number is described by the nearest one that is not above it.
            numeric = level.scale.kind == "numeric"
            steps = [step for step in steps
                     if numeric or step.level is not None and step.level.number == level.number][-1:]
        return ResolvedRequirement(competency, level, record.importance, record.weight, record.because,
                                   tuple(steps), record)

    # ---- Gaps --------------------------------------------------------------------------------------

    def _all_held(self, held: Mapping[str, Held]) -> dict[str, ResolvedLevel | None]:
        """What a person has, by id of the competency."""
        by_id: dict[str, ResolvedLevel | None] = {}
        for name, level in held.items():
            competency = self._competencies.get(name)
            if competency.id in by_id:
                again = name if isinstance(name, str) else competency.id
                raise LevelError(f"`{competency.id}` is held twice, the second time as `{again}`")
            by_id[competency.id] = self._held(competency, level)
        return by_id

    def _gap_item(self, goal: Profile, requirement: Requirement, there: bool, has: ResolvedLevel | None) -> GapItem:
        competency = self.competencies[requirement.competency]
        needs = self._level_of(competency, requirement.level, goal.id)
        crosswalk, translated = None, None
        steps: list[Step] = []
        kind: GapKind
        if not there:
            kind, steps = "missing", self._steps(competency, None, needs)
        elif needs is None:
            kind = "met"
        elif has is None:
            kind = "incomparable"
        elif has.scale.id == needs.scale.id:
            kind = _compare(has, needs)
            if kind == "below":
                steps = self._steps(competency, has, needs)
        else:
            kind, crosswalk, translated = self._across(has, needs)
            if kind == "below":
                steps = [step for step in self._steps(competency, None, needs)
                         if step.level is not None and self._across(has, step.level)[0] not in ("met", "above")]
        return GapItem(competency, kind, has, needs, requirement.importance, requirement.weight, tuple(steps),
                       crosswalk, translated, requirement)

    def _across(self, has: ResolvedLevel, needs: ResolvedLevel) -> _Crossing:
        """Compares levels of two scales through the first crosswalk that can, either way."""
        for crosswalk in self.crosswalks.values():
            if (crosswalk.from_, crosswalk.to) == (has.scale.id, needs.scale.id):
                low, high = self._bounds(crosswalk, has, needs.scale)
                if low is not None and low.number >= needs.number:
                    return _compare(low, needs), crosswalk, low
                if high is not None and high.number < needs.number:
                    return "below", crosswalk, low
        for crosswalk in self.crosswalks.values():
            if (crosswalk.from_, crosswalk.to) == (needs.scale.id, has.scale.id):
                low, high = self._bounds(crosswalk, needs, has.scale)
                if high is not None and has.number > high.number:
                    return "above", crosswalk, high
                if low is not None and has.number < low.number:
                    return "below", crosswalk, low
                if low is not None and high is not None and low.number == high.number:
                    # Lower levels may stand for the same: then it is not known which of them is meant.
                    unsure = self._leads_from_below(crosswalk, needs, low)
                    return "incomparable" if unsure else "met", crosswalk, low
        return "incomparable", None, None

    def _pairs(self, crosswalk: Crosswalk, left: Scale,
               right: Scale) -> Iterator[tuple[ResolvedLevel, ResolvedLevel]]:
        for pair in crosswalk.pairs:
            ends = self._level(left, pair.from_, None), self._level(right, pair.to, None)
            yield ends  # type: ignore[misc]

    def _bounds(self, crosswalk: Crosswalk, level: ResolvedLevel,
                right: Scale) -> tuple[ResolvedLevel | None, ResolvedLevel | None]:
        """What the level stands for at least and at most: where the pairs on both sides of it lead."""
        low = high = None
        for start, end in self._pairs(crosswalk, level.scale, right):
            if start.number <= level.number:
                low = end
            if start.number >= level.number and high is None:
                high = end
        return low, high

    def _leads_from_below(self, crosswalk: Crosswalk, level: ResolvedLevel, to: ResolvedLevel) -> bool:
        return any(start.number < level.number and end.number == to.number
                   for start, end in self._pairs(crosswalk, level.scale, to.scale))

    # ---- Reasons -----------------------------------------------------------------------------------

    def _origin(self, owner: Profile, competency: Competency, record: Origin) -> ResolvedOrigin:
        rule, profile_id = None, None
        if record.kind == "rule":
            rule = self.rules[record.rule or ""]
        else:
            profile_id = record.profile if record.profile is not None else owner.id
        profile = self.profiles.get(profile_id) if profile_id is not None else None
        level = None if record.level is None else self._level_of(competency, record.level, owner.id)
        return ResolvedOrigin(record.kind, rule, profile, profile_id, level, record.importance, record.because,
                              record)

    def _why_not(self, profile: Profile, competency: Competency) -> Iterator[WhyNot]:
        for rule in self.rules.values():
            for asked in rule.requirements:
                if asked.competency != competency.id:
                    continue
                level = self._level_of(competency, asked.level, rule.id)
                if profile.id in rule.except_:
                    yield WhyNot("exempt", rule, None, level, asked.importance, asked.because)
                elif rule.in_ and not self._is_in(profile, rule):
                    yield WhyNot("other-family", rule, None, level, asked.importance, asked.because)
                elif rule.framework != profile.framework:
                    yield WhyNot("other-framework", rule, None, level, asked.importance, asked.because)
        yield from self._not_inherited(profile, competency, {profile.id})

    def _not_inherited(self, profile: Profile, competency: Competency, seen: set[str]) -> Iterator[WhyNot]:
        """What the bases would have passed on, and where it is dropped, bases first."""
        for base_id in profile.extends:
            base = self.profiles.get(base_id)
            if base is None or base_id in seen:
                continue
            seen.add(base_id)
            asked = next((one for one in base.requirements if one.competency == competency.id), None)
            if asked is None:
                yield from self._not_inherited(base, competency, seen)
            elif any(origin.kind != "rule" for origin in asked.origins):
                level = self._level_of(competency, asked.level, base.id)
                yield WhyNot("inherited", None, base, level, asked.importance, asked.because)
        for drop in profile.drops:
            if drop.competency == competency.id:
                yield WhyNot("dropped", None, profile, None, None, drop.because)

    def _is_in(self, profile: Profile, rule: Rule) -> bool:
        """Whether the profile's family is one of the rule's, or inside one."""
        family, seen = profile.family, set[str]()
        while family is not None and family not in seen:
            if family in rule.in_:
                return True
            seen.add(family)
            family = self.families[family].parent
        return False

    # ---- Checks ------------------------------------------------------------------------------------

    def _check_levels(self) -> None:
        """That all levels of the document are ones of their scales."""
        for i, one in enumerate(self.document.competencies):
            for j, described in enumerate(one.levels):
                self._check_level(one, described.level, one.id, partial("competencies[{}].levels[{}]".format, i, j))
        for i, profile in enumerate(self.document.profiles):
            for j, asked in enumerate(profile.requirements):
                competency = self.competencies[asked.competency]
                self._check_level(competency, asked.level, profile.id,
                                  partial("profiles[{}].requirements[{}]".format, i, j))
                for k, origin in enumerate(asked.origins):
                    if origin.level is not None:
                        self._check_level(competency, origin.level, profile.id,
                                          partial("profiles[{}].requirements[{}].origins[{}]".format, i, j, k))
        for i, rule in enumerate(self.document.rules):
            for j, wanted in enumerate(rule.requirements):
                self._check_level(self.competencies[wanted.competency], wanted.level, rule.id,
                                  partial("rules[{}].requirements[{}]".format, i, j))
        for i, crosswalk in enumerate(self.document.crosswalks):
            left, right = self.scales[crosswalk.from_], self.scales[crosswalk.to]
            for j, pair in enumerate(crosswalk.pairs):
                for name, level, scale in (("from", pair.from_, left), ("to", pair.to, right)):
                    if self._level(scale, level, None) is None:
                        raise DocumentError(f"`{crosswalk.id}` gives `{_shown(level)}`, which is no level of "
                                            f"`{scale.id}`", f"crosswalks[{i}].pairs[{j}].{name}")

    def _check_level(self, competency: Competency, level: Level | None, owner: str,
                     place: Callable[[], str]) -> None:
        try:
            self._level_of(competency, level, owner)
        except DocumentError as problem:
            raise DocumentError(problem.reason, place() + (".level" if level is not None else "")) from None


def _compare(has: ResolvedLevel, needs: ResolvedLevel) -> GapKind:
    if has.number == needs.number:
        return "met"
    return "below" if has.number < needs.number else "above"


def _range(scale: Scale) -> tuple[int | float, int | float]:
    assert scale.minimum is not None and scale.maximum is not None
    return scale.minimum, scale.maximum


def _shown(level: Level) -> str:
    return level if isinstance(level, str) else _plain(level)


def _no_such_level(scale: Scale, level: Level, competency: Competency) -> str:
    if scale.kind == "numeric":
        low, high = _range(scale)
        if isinstance(level, str):
            return f"a level of `{scale.id}` is a number from {_plain(low)} to {_plain(high)}, not the text `{level}`"
        return f"`{_shown(level)}` is no level of `{scale.id}`, which goes from {_plain(low)} to {_plain(high)}"
    meant = None
    if isinstance(level, str):
        own = competency.levels if competency.scale == scale.id else ()
        titles = [(one.title, one.level) for one in own] + [(one.title, one.id) for one in scale.levels]
        meant = next((id for title, id in titles if title is not None and lowered(title) == lowered(level)), None)
        meant = meant or nearest(level, (one.id for one in scale.levels))
    return f"`{_shown(level)}` is no level of `{scale.id}`" + (f"; did you mean `{meant}`?" if meant else "")
