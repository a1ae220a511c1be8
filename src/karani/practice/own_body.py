"""What was computed of the person's own body for a practice: where they rest, and what poses ask of single parts.

It is kept with the practice, so that a practice that has begun stays as it is when more becomes known. It chooses among
words and orders what is allowed anyway; what is allowed, rules decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from karani.errors import PracticeError

FARTHEST_CM = 200.0


@dataclass(frozen=True, slots=True)
class Rest:
    """How far from the wall this body rests in a pose [cm], and from where to where it stays restful; None: nowhere."""

    pose: str
    distance_cm: float
    nearest_cm: float | None = None
    farthest_cm: float | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """What a pose asks of a part, as karani.muscles.loads_of tells it [N m, of muscles N]."""

    pose: str
    part: str
    amount: float


@dataclass(frozen=True, slots=True)
class OwnBody:
    """Empty where nothing is known."""

    rests: tuple[Rest, ...] = ()
    loads: tuple[Load, ...] = ()

    @property
    def distances_cm(self) -> Mapping[str, float]:
        """By pose."""
        return {rest.pose: rest.distance_cm for rest in self.rests}

    def load(self, pose: str, parts: tuple[str, ...]) -> float | None:
        """Of all these parts together; None where one is not known, or none is asked for."""
        known = {load.part: load.amount for load in self.loads if load.pose == pose}
        return sum(known[part] for part in parts) if parts and set(parts) <= set(known) else None


NOTHING_KNOWN = OwnBody()


def check_own_body(body: OwnBody) -> None:
    """Raises PracticeError where a number of a saved practice cannot be one of a body."""
    for rest in body.rests:
        for name in ("distance_cm", "nearest_cm", "farthest_cm"):
            value = getattr(rest, name)
            if value is not None and not 0 <= value <= FARTHEST_CM:
                raise PracticeError(
                    f"The saved practice has {name} {value:g} for {rest.pose}; 0 to {FARTHEST_CM:g} would be right."
                )
    for load in body.loads:
        if load.amount < 0:
            raise PracticeError(
                f"The saved practice has a load of {load.amount:g} for {load.pose}; 0 or more would be right."
            )
