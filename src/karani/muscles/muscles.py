"""What was computed of the muscles in one posture, as frozen data."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

State = Literal["stretched", "working", "working-long", "slack", "rest", "not-computed"]
FULL_SHADE = 0.25
"""The share of a muscle's largest force, above standing, that is painted darkest."""


@dataclass(frozen=True, slots=True)
class MuscleState:
    """One muscle path. Where `state` is not-computed, only name, group, side and path length are known.

    length_ratio: fiber length over optimal fiber length. stretch_n: passive force along the path. stretch_share: passive
    force above relaxed standing over the largest isometric force. activation: 0 to 1. force_n: active and passive force.
    """

    name: str
    group: str
    side: str
    state: State
    muscle_tendon_length_m: float
    fiber_length_m: float | None = None
    length_ratio: float | None = None
    standing_length_ratio: float | None = None
    stretch_n: float | None = None
    stretch_share: float | None = None
    activation: float | None = None
    force_n: float | None = None
    largest_force_n: float | None = None


@dataclass(frozen=True, slots=True)
class GroupState:
    """A group on one side: forces summed, ratios and activation weighted by largest force."""

    name: str
    side: str
    state: State
    stretch_n: float | None = None
    stretch_share: float | None = None
    activation: float | None = None
    force_n: float | None = None
    length_ratio: float | None = None


@dataclass(frozen=True, slots=True)
class SupportForce:
    """What one surface, or another part of the body, gives to one segment: force in the world [N], and where [m]."""

    segment: str
    surface: str
    force_n: float
    """Its size along the surface's normal."""
    force_world_n: tuple[float, float, float]
    place_m: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Muscles:
    """`effort`: sum of squared activations. `max_reserve_nm`: the largest torque lent by no muscle at a joint whose muscles
    are computed. `actuator_torques_nm`: torques at joints whose muscles the model lacks. `root_reserve_n`: what holds
    the whole body up by nothing; it shows the error of the balance."""

    pose: str
    muscles: tuple[MuscleState, ...]
    groups: tuple[GroupState, ...]
    effort: float
    max_reserve_nm: float
    max_reserve_joint: str
    root_reserve_n: float
    contacts: tuple[SupportForce, ...]
    """Of floor, wall and props."""
    limb_contacts: tuple[SupportForce, ...]
    """Of the body's own limbs."""
    body_weight_n: float
    actuator_torques_nm: dict[str, float] = field(default_factory=dict)
    gravity_moments_nm: dict[str, float] = field(default_factory=dict)
    """What must be given at each joint against gravity, by muscles, ligaments and supports together."""
    passive_moments_nm: dict[str, float] = field(default_factory=dict)
    """What stretched muscles and ligaments give at each joint."""
    flexibility: float = 1.0
    solved: bool = True
    outcome: str = ""

    def group(self, name: str, side: str) -> GroupState:
        return next(group for group in self.groups if (group.name, group.side) == (name, side))

    def muscle(self, name: str) -> MuscleState:
        return next(muscle for muscle in self.muscles if muscle.name == name)


def stretch_shade(share: float | None) -> float:
    """How dark a stretch is painted, 0 to 1: the root of the share, darkest at FULL_SHADE."""
    return 0.0 if share is None or share <= 0 else min(1.0, (share / FULL_SHADE) ** 0.5)


def muscles_to_dict(muscles: Muscles) -> dict[str, Any]:
    """As the command line prints it; keys carry their unit."""
    return {
        "pose": muscles.pose,
        "effort": round(muscles.effort, 5),
        "max_reserve_nm": round(muscles.max_reserve_nm, 4),
        "max_reserve_joint": muscles.max_reserve_joint,
        "root_reserve_n": round(muscles.root_reserve_n, 4),
        "body_weight_n": round(muscles.body_weight_n, 2),
        "flexibility": round(muscles.flexibility, 4),
        "solved": muscles.solved,
        "outcome": muscles.outcome,
        "groups": [rounded(asdict(group)) for group in muscles.groups],
        "contacts": [rounded(asdict(contact)) for contact in muscles.contacts],
        "limb_contacts": [rounded(asdict(contact)) for contact in muscles.limb_contacts],
        "actuator_torques_nm": rounded(muscles.actuator_torques_nm),
        "gravity_moments_nm": rounded(muscles.gravity_moments_nm),
        "passive_moments_nm": rounded(muscles.passive_moments_nm),
        "muscles": [state_to_dict(muscle) for muscle in muscles.muscles],
    }


def state_to_dict(muscle: MuscleState) -> dict[str, Any]:
    """Numbers to five digits; None where nothing was computed."""
    return rounded(asdict(muscle))


def rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {key: round_one(value) for key, value in values.items()}


def round_one(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 5) + 0.0
    return [round_one(part) for part in value] if isinstance(value, tuple) else value
