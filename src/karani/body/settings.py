"""What a pose leaves free and a person chooses: `--set wall_distance_cm=15`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite, radians

from karani.body.coordinates import Coordinates, Vector
from karani.body.props import check_height
from karani.errors import BodyError
from karani.library.pose import PostureSpec, SurfaceSpec

WALL_DISTANCE = "wall_distance_cm"
KNEE_BEND = "knee_bend_deg"
FOOT_DISTANCE = "foot_distance_cm"
PROP_HEIGHT = "prop_height_cm"


@dataclass(frozen=True)
class Settings:
    """Chosen values by name; what is not in it, the body decides."""

    values: dict[str, float]
    chosen: frozenset[str]
    """The names a person set; the others are the pose's usual values."""

    def get(self, name: str) -> float | None:
        return self.values.get(name)

    def adjusted(self, target: Vector, coordinates: Coordinates) -> Vector:
        """The target with the chosen bend of the knees."""
        bend = self.get(KNEE_BEND)
        if bend is None:
            return target
        after = target.copy()
        for side in "rl":
            after[coordinates.number(f"knee_angle_{side}")] = radians(bend)
        return after

    def raised(self, surface: SurfaceSpec) -> SurfaceSpec:
        """The prop at the chosen height: that of its own kind, or that of all props."""
        height = self.get(f"{surface.surface}_height_cm")
        height = self.get(PROP_HEIGHT) if height is None else height
        return (
            surface if height is None else replace(surface, height_cm=check_height(surface.surface, height))
        )


def choose_settings(spec: PostureSpec, chosen: Mapping[str, float], pose: str) -> Settings:
    """The pose's usual values and what the person chose, within the pose's ranges."""
    for name, value in chosen.items():
        check_choice(spec, name, value, pose)
    usual = {name: free.usual for name, free in spec.free.items() if free.usual is not None}
    return Settings({**usual, **chosen}, frozenset(chosen))


def check_choice(spec: PostureSpec, name: str, value: float, pose: str) -> None:
    if name not in spec.free:
        free = ", ".join(spec.free) or "nothing"
        raise BodyError(f"{name!r} cannot be set in {pose}. Free in this pose: {free}.")
    limits = spec.free[name]
    if not (isfinite(value) and limits.least <= value <= limits.most):
        raise BodyError(f"{name} is {value:g}; in {pose} it may be {limits.least:g} to {limits.most:g}.")
