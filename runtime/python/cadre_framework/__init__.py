"""Reads framework.json, the document that `cadre build` writes of a competency framework.

>>> import cadre_framework
>>> framework = cadre_framework.loads(EXAMPLE)
>>> for requirement in framework.profile("DogTrainee").requirements:
...     print(requirement.competency.title, requirement.level.title, requirement.importance, sep=", ")
First response, Maker, essential
Navigation, Maker, essential
Radio, Learner, desired
Dog handling, Maker, essential
>>> for item in framework.gap("Rescuer", "DogTeam").lacking:
...     print(item.kind, item.competency.title, item.needs.title, sep=", ")
below, First response, Maker
missing, Navigation, Master
missing, Dog handling, Maker
>>> for origin in framework.why("DogTrainee", "Navigation").origins:
...     print(origin.kind, origin.profile_id, origin.level.title, origin.because, sep=", ")
base, ridge.rescue.FieldWorker, Master, Works away from roads.
lowers, ridge.rescue.DogTrainee, Maker, Goes out with a trainer.

What the answers mean is written in docs/readers.md, for this reader and those of other languages.
"""
from . import records
from .errors import AmbiguousNameError, ArgumentError, DocumentError, FrameworkError, LevelError, NotFoundError, VersionError
from .framework import Framework, Held, from_dict, load, loads
from .records import FORMAT_VERSION
from .results import (Gap, GapItem, GapKind, HeldLevel, ResolvedLevel, ResolvedOrigin, ResolvedProfile,
                      ResolvedRequirement, Step, Why, WhyNot, WhyNotKind)

__version__ = "0.1.0"

__all__ = [
    "FORMAT_VERSION",
    "AmbiguousNameError",
    "ArgumentError",
    "DocumentError",
    "Framework",
    "FrameworkError",
    "Gap",
    "GapItem",
    "GapKind",
    "Held",
    "HeldLevel",
    "LevelError",
    "NotFoundError",
    "ResolvedLevel",
    "ResolvedOrigin",
    "ResolvedProfile",
    "ResolvedRequirement",
    "Step",
    "VersionError",
    "Why",
    "WhyNot",
    "WhyNotKind",
    "from_dict",
    "load",
    "loads",
    "records",
]
