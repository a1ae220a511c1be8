"""The stills on the way into and out of a pose.

A pose may bring its own (`[[steps]]` in its posture.toml). Else each place that its steps lead through has a posture
(content/physiology/place_postures.toml): sit, lie on the side, lie on the back, ... They are laid where the pose will be,
turned so that the next movement is a short one, and set so that what rests in both of two neighbors rests in one place:
the feet of who bends forward stay where they stood.
"""

from functools import cache

from karani.body.body import Body
from karani.body.laying import furnished, laid_beside, turned
from karani.body.mirror import mirror_image
from karani.body.posture import Posture
from karani.body.solve_posture import solve_posture, solve_spec
from karani.library.fields import Fields
from karani.library.pose import Pose, PostureSpec
from karani.library.read_posture import THE_POSE, place_tables, read_posture

ON_THE_SIDE = "side-lying"
SEATED = "seated"
QUARTER_TURN_DEG = 90.0
Still = tuple[str, Posture]
"""The place that a still is like (or the pose itself) and its posture."""


def solve_way_in(pose: Pose, body: Body) -> tuple[Posture, ...]:
    """From where the pose starts to the pose itself."""
    held = solve_posture(pose, body)
    places = [] if pose.steps is None else [pose.steps.starts_at, *(step.place for step in pose.steps.enter)]
    stills = own_stills(pose, body, "in") or stills_at(places, body)
    return (*reversed(led_away(pose, body, held, stills[::-1])), held)


def solve_way_out(pose: Pose, body: Body) -> tuple[Posture, ...]:
    """From the pose itself to where it leaves the person."""
    held = solve_posture(pose, body)
    places = [] if pose.steps is None else [step.place for step in pose.steps.exit]
    stills = own_stills(pose, body, "out") or stills_at(places, body)
    return (held, *led_away(pose, body, held, stills))


def own_stills(pose: Pose, body: Body, way: str) -> list[Still]:
    steps = [step for step in pose.posture.steps if step.way == way]
    return [(step.like, solve_spec(f"{pose.slug}: {step.name}", step.spec, body)) for step in steps]


def stills_at(places: list[str], body: Body) -> list[Still]:
    """One still for each change of place."""
    changes = [place for number, place in enumerate(places) if number == 0 or places[number - 1] != place]
    return [(place, solve_spec(place, place_specs()[place], body)) for place in changes]


@cache
def place_specs() -> dict[str, PostureSpec]:
    file = "place_postures.toml"
    return {place: read_posture(Fields(file, table, place)) for place, table in place_tables().items()}


def led_away(pose: Pose, body: Body, held: Posture, stills: list[Still]) -> list[Posture]:
    """Each still beside the one that is nearer to the pose, in the room of the pose."""
    lateral = pose.posture.plane == "lateral"
    laid, neighbor = list[Posture](), held
    for like, still in stills:
        facing = faced(still, like, body, held, lateral=lateral)
        neighbor = furnished(laid_beside(facing, neighbor, body), held, body)
        laid.append(neighbor)
    return laid


def faced(still: Posture, like: str, body: Body, held: Posture, *, lateral: bool) -> Posture:
    """Turned to fit the pose: the head where it will lie, the front to the viewer, a side to the wall."""
    if like == THE_POSE:
        return still
    if lateral:
        return still if like == ON_THE_SIDE else turned(still, QUARTER_TURN_DEG, body)
    if like == ON_THE_SIDE:
        return turned(mirror_image(still, body), QUARTER_TURN_DEG, body)
    beside = like == SEATED and any(surface.name == "wall" for surface in held.surfaces)
    return turned(still, QUARTER_TURN_DEG, body) if beside else still
