"""A framework in memory: its tables, and the answers of `profile`, `gap` and `why`."""
from __future__ import annotations

import json
import math
import os
import pathlib
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NoReturn, cast

from . import records
from ._names import Directory, nearest
from ._reading import read
from .errors import DocumentError, LevelError, VersionError
from .records import Competency, Crosswalk, Level, Origin, Profile, Requirement, Rule, Scale
from .results import (Gap, GapItem, GapKind, HeldLevel, ResolvedLevel, ResolvedOrigin, ResolvedProfile,
                      ResolvedRequirement, Step, Why, WhyNot)

_Crossing = tuple[GapKind, "Crosswalk | None", "ResolvedLevel | None"]
#: What a person holds a competency at; `True` for having one, at no level that is known.
Held = Level | HeldLevel | Literal[True]


def load(path: str | os.PathLike[str]) -> Framework:
    """Reads the framework.json at `path`.

    Raises `OSError` where it cannot be read, `VersionError` for a later format, and `DocumentError`
    for everything else that is wrong with it.
    """
    return loads(pathlib.Path(path).read_bytes())


def loads(text: str | bytes | bytearray) -> Framework:
    """Reads a framework.json from a string, or from bytes in UTF-8.

    >>> loads('{"formatVersion": 2}')
    Traceback (most recent call last):
    cadre_framework.errors.VersionError: formatVersion: this document is in format 2, and this reader \
knows format 1: a newer reader is needed
    """
    try:
        if isinstance(text, (bytes, bytearray)):
            text = text.decode("utf-8")
        document = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_constant)
    except ValueError as problem:
        raise DocumentError(f"this is not JSON: {problem}") from None
    except RecursionError:
        raise DocumentError("this is not JSON: it is nested too deeply") from None
    return from_dict(document)


def from_dict(document: Any) -> Framework:
    """Reads what `json.load` made of a framework.json."""
    if isinstance(document, dict):
        version = cast("dict[str, Any]", document).get("formatVersion")
        if isinstance(version, (int, float)) and not isinstance(version, bool) and version > records.FORMAT_VERSION:
            raise VersionError(
                f"this document is in format {_plain(version)}, and this reader knows format "
                f"{records.FORMAT_VERSION}: a newer reader is needed", "formatVersion")
        if isinstance(version, (int, float)) and not isinstance(version, bool) and version < 1:
            raise DocumentError(f"{_plain(version)} is no version of the format", "formatVersion")
    return Framework(read(records.read_document, document))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


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
        self._profiles = Directory("profile", self.profiles)
        self._competencies = Directory("competency", self.competencies)
        self._scales = Directory("scale", self.scales)

    def __repr__(self) -> str:
        about = self.document.framework
        return f"<Framework {about.id} {about.version}>"

    # ---- Questions ---------------------------------------------------------------------------------

    def find_profile(self, name: str) -> Profile | None:
        """The record of a profile by id or name; `None` where there is none."""
        return self._profiles.find(name)

    def find_competency(self, name: str) -> Competency | None:
        """The record of a competency by id or name; `None` where there is none."""
        return self._competencies.find(name)

    def profile(self, name: str) -> ResolvedProfile:
        """A profile with what it requires: each competency, its level, and the indicators that apply."""
        profile = self._profiles.get(name)
        return ResolvedProfile(profile, tuple(self._requirement(profile, one) for one in profile.requirements))

    def gap(self, start: str | Mapping[str, Held], target: str) -> Gap:
        """What it takes to get to the profile `target` from another, or from what a person has.

        `start` names a profile, or maps competencies to the levels that they are held at: a level of
        the competency's scale, a `HeldLevel` for one of another scale, or `True` for having it.
        """
        profile = None
        if isinstance(start, str):
            profile = self._profiles.get(start)
            has = {one.competency: self._level_of(self._competency(one.competency, profile), one.level, profile.id)
                   for one in profile.requirements}
        else:
            has = self._all_held(start)
        goal = self._profiles.get(target)
        wanted = {requirement.competency for requirement in goal.requirements}
        items = [self._gap_item(goal, requirement, requirement.competency in has, has.get(requirement.competency))
                 for requirement in goal.requirements]
        for competency, level in has.items():
            if competency not in wanted:
                items.append(GapItem(self._competency(competency, profile), "extra", level, None, None, None, (),
                                     None, None, None))
        return Gap(profile, goal, tuple(items))

    def why(self, profile: str, competency: str) -> Why:
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
        return self._record(self.scales, "scale", competency.scale, competency.id)

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
            raise LevelError(_no_such_level(scale, level))
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
        competency = self._competency(record.competency, profile)
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
                raise LevelError(f"`{competency.id}` is held twice, the second time as `{name}`")
            by_id[competency.id] = self._held(competency, level)
        return by_id

    def _gap_item(self, goal: Profile, requirement: Requirement, there: bool, has: ResolvedLevel | None) -> GapItem:
        competency = self._competency(requirement.competency, goal)
        needs = self._level_of(competency, requirement.level, goal.id)
        crosswalk, translated = None, None
        steps: list[Step] = []
        kind: GapKind
        if not there:
            kind, steps = "missing", self._steps(competency, None, needs)
        elif needs is None:
            kind = "met" if has is None else "incomparable"
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
            for end, level, scale in zip(ends, (pair.from_, pair.to), (left, right)):
                if end is None:
                    raise DocumentError(f"`{crosswalk.id}` gives `{_shown(level)}`, "
                                        f"which is no level of `{scale.id}`")
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
            rule = self._record(self.rules, "rule", record.rule or "", owner.id)
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
            family = self._record(self.families, "family", family, profile.id).parent
        return False

    # ---- Records -----------------------------------------------------------------------------------

    def _competency(self, id: str, owner: Profile | None) -> Competency:
        return self._record(self.competencies, "competency", id, owner.id if owner is not None else id)

    @staticmethod
    def _record(table: Mapping[str, Any], what: str, id: str, owner: str) -> Any:
        """A record that the document must have, because `owner` refers to it."""
        record = table.get(id)
        if record is None:
            raise DocumentError(f"`{owner}` names the {what} `{id}`, which is not in the document")
        return record


def _compare(has: ResolvedLevel, needs: ResolvedLevel) -> GapKind:
    if has.number == needs.number:
        return "met"
    return "below" if has.number < needs.number else "above"


def _range(scale: Scale) -> tuple[int | float, int | float]:
    assert scale.minimum is not None and scale.maximum is not None
    return scale.minimum, scale.maximum


def _shown(level: Level) -> str:
    return level if isinstance(level, str) else _plain(level)


def _no_such_level(scale: Scale, level: Level) -> str:
    if scale.kind == "numeric":
        low, high = _range(scale)
        return f"`{_shown(level)}` is no level of `{scale.id}`, which goes from {_plain(low)} to {_plain(high)}"
    meant = nearest(level, (one.id for one in scale.levels)) if isinstance(level, str) else None
    return f"`{_shown(level)}` is no level of `{scale.id}`" + (f"; did you mean `{meant}`?" if meant else "")
