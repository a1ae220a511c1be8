"""What a pose leaves free and a person chooses: `--set wall_distance_cm=15`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite, radians

from karani.body.coordinates import Coordinates, Vector
from karani.body.props import check_height, sides_of
from karani.errors import BodyError
from karani.library.pose import FreeSetting, PostureSpec, SurfaceSpec

WALL_DISTANCE = "wall_distance_cm"
KNEE_BEND = "knee_bend_deg"
FOOT_DISTANCE = "foot_distance_cm"
PROP_HEIGHT = "prop_height_cm"
HEIGHT = "_height_cm"
TRIED_STEPS_CM = (3.0, 6.0, 10.0, 15.0)


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
        height = self.get(f"{surface.surface}{HEIGHT}")
        height = self.get(PROP_HEIGHT) if height is None else height
        return (
            surface if height is None else replace(surface, height_cm=check_height(surface.surface, height))
        )


def other_heights(spec: PostureSpec, chosen: Mapping[str, float]) -> list[tuple[str, float]]:
    """The heights a prop may have besides its usual one, nearest first, where the person did not choose."""
    return [
        (name, value)
        for name, free in spec.free.items()
        if name.endswith(HEIGHT) and free.usual is not None and name not in chosen
        for value in heights_near(free.usual, free, solid_sides(spec, name))
    ]


def heights_near(usual: float, free: FreeSetting, sides: tuple[float, ...]) -> list[float]:
    steps = [usual + sign * step for step in TRIED_STEPS_CM for sign in (-1, 1)]
    values = sides or (free.least, *steps, free.most)
    within = {value for value in values if free.least <= value <= free.most and value != usual}
    return sorted(within, key=lambda value: (abs(value - usual), value))


def solid_sides(spec: PostureSpec, name: str) -> tuple[float, ...]:
    """The only heights of the prop that a setting raises, if it is a solid one."""
    props = {surface.surface for surface in spec.surfaces}
    return next(
        (sides_of(prop) for prop in sorted(props) if sides_of(prop) and prop_raised(name) in {prop, ""}), ()
    )


def prop_raised(name: str) -> str:
    """The prop in a setting's name; "" for all props."""
    return "" if name == PROP_HEIGHT else name.removesuffix(HEIGHT)


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
