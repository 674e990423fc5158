"""What `profile`, `gap` and `why` answer. What each member means is written in docs/readers.md.

Their `repr` names records by id; the records have a full one.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .records import (Competency, CompetencyLevel, Crosswalk, Importance, Indicator, Level, Origin, OriginKind,
                      Profile, Requirement, Rule, Scale)


def _at(level: ResolvedLevel | None) -> str:
    return "no level" if level is None else str(level.level)


@dataclass(frozen=True, slots=True, repr=False)
class ResolvedLevel:
    """A level with the scale that it is on."""

    scale: Scale
    #: As the document writes it: the id of a level, or a number.
    level: Level
    #: What to compare by: the place on an ordinal scale, counted from 1, or the number itself.
    number: int | float
    #: The competency's own name for the level, else the scale's; a bare number has none.
    title: str | None

    def __repr__(self) -> str:
        return f"<ResolvedLevel {self.level} of {self.scale.id}>"


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """A level of a competency that its framework describes, and what shows it."""

    #: `None` for a competency without a scale.
    level: ResolvedLevel | None
    #: The competency's own record of the level; `None` for a competency without a scale.
    record: CompetencyLevel | None
    indicators: tuple[Indicator, ...]

    def __repr__(self) -> str:
        return f"<Step {_at(self.level)}, indicators: {len(self.indicators)}>"


@dataclass(frozen=True, slots=True, repr=False)
class ResolvedRequirement:
    """A requirement of a profile with the records that it names."""

    competency: Competency
    #: `None` for a competency without a scale.
    level: ResolvedLevel | None
    importance: Importance
    weight: int | float | None
    because: str | None
    #: The levels whose indicators apply, lowest first.
    steps: tuple[Step, ...]
    record: Requirement

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all steps, in order."""
        return tuple(indicator for step in self.steps for indicator in step.indicators)

    def __repr__(self) -> str:
        return f"<ResolvedRequirement {self.competency.id} at {_at(self.level)}, {self.importance}>"


@dataclass(frozen=True, slots=True, repr=False)
class ResolvedProfile:
    """A profile with its requirements in the order of the document."""

    record: Profile
    requirements: tuple[ResolvedRequirement, ...]

    def __repr__(self) -> str:
        return f"<ResolvedProfile {self.record.id}, requirements: {len(self.requirements)}>"



GapKind = Literal["missing", "below", "met", "above", "incomparable", "extra"]


@dataclass(frozen=True, slots=True, repr=False)
class GapItem:
    """What one competency adds to a gap."""

    competency: Competency
    kind: GapKind
    #: What is there; `None` if nothing is, the competency has no scale, or no level is known.
    has: ResolvedLevel | None
    #: What is asked for; `None` if nothing is, or the competency has no scale.
    needs: ResolvedLevel | None
    #: Of the requirement; `None` for what is not required.
    importance: Importance | None
    weight: int | float | None
    #: The levels on the way, above `has` and up to `needs`, lowest first.
    steps: tuple[Step, ...]
    #: The crosswalk that the two levels were compared through, where they are on two scales.
    crosswalk: Crosswalk | None
    #: With a crosswalk: what `has` stands for at least on the scale of the competency, or the level that
    #: `has` was compared with on its own.
    translated: ResolvedLevel | None
    #: The requirement of the profile that the gap leads to; `None` for what is not required.
    requirement: Requirement | None

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all steps, in order."""
        return tuple(indicator for step in self.steps for indicator in step.indicators)

    def __repr__(self) -> str:
        return f"<GapItem {self.kind} {self.competency.id}, has: {_at(self.has)}, needs: {_at(self.needs)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Gap:
    """What it takes to get from a profile, or from what a person has, to a profile."""

    #: `None` for a person.
    start: Profile | None
    target: Profile
    #: First what `target` requires, in its order; then what is there and not required.
    items: tuple[GapItem, ...]

    @property
    def lacking(self) -> tuple[GapItem, ...]:
        """The items that are missing or below."""
        return tuple(item for item in self.items if item.kind in ("missing", "below"))

    def __repr__(self) -> str:
        start = self.start.id if self.start is not None else "a person"
        return f"<Gap from {start} to {self.target.id}, items: {len(self.items)}, lacking: {len(self.lacking)}>"


@dataclass(frozen=True, slots=True)
class HeldLevel:
    """A level that a person has on a scale other than the competency's own."""

    level: Level
    #: The id or name of the scale; `None` for the competency's.
    scale: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class ResolvedOrigin:
    """A place that a requirement comes from."""

    kind: OriginKind
    #: The rule, for one of kind `rule`.
    rule: Rule | None
    #: The profile that has the line. `None` for a rule, and for an abstract profile.
    profile: Profile | None
    #: The id of that profile, also of an abstract one.
    profile_id: str | None
    level: ResolvedLevel | None
    importance: Importance | None
    because: str | None
    record: Origin

    def __repr__(self) -> str:
        source = self.rule.id if self.rule is not None else self.profile_id
        return f"<ResolvedOrigin {self.kind} {source}, level: {_at(self.level)}>"



WhyNotKind = Literal["exempt", "other-family", "other-framework", "inherited", "dropped"]


@dataclass(frozen=True, slots=True, repr=False)
class WhyNot:
    """Something that could have made a competency required, or that drops it."""

    kind: WhyNotKind
    rule: Rule | None
    profile: Profile | None
    level: ResolvedLevel | None
    importance: Importance | None
    because: str | None

    def __repr__(self) -> str:
        source = self.rule or self.profile
        return f"<WhyNot {self.kind} {source.id if source is not None else None}>"


@dataclass(frozen=True, slots=True, repr=False)
class Why:
    """Why a profile requires a competency, or why it does not."""

    profile: Profile
    competency: Competency
    #: `None` where the profile does not require the competency.
    requirement: ResolvedRequirement | None
    #: Where the requirement comes from, in order; empty where there is none.
    origins: tuple[ResolvedOrigin, ...]
    #: Where it is not required, what the document says about that; empty if nothing asks for it.
    why_not: tuple[WhyNot, ...]

    @property
    def required(self) -> bool:
        return self.requirement is not None

    def __repr__(self) -> str:
        required = "required" if self.required else "not required"
        return f"<Why {self.profile.id} {self.competency.id}, {required}>"
