"""`karani muscles`: which muscles stretch and work in a pose; lengths and moment arms for joint angles."""

from typing import Any

from karani.body import Body, coordinates_from_deg
from karani.body.muscle_geometry import MuscleGeometry, muscle_geometry
from karani.body.solve_posture import solve_posture
from karani.cli.body_options import add_body_options, asked_nothing
from karani.cli.output import aligned, print_json, wrapped
from karani.cli.parser import Arguments, Parser, UsageError, add_set_option, named_number
from karani.cli.person import AS_MEASURED, asked_body, body_of
from karani.library import read_library
from karani.muscles import (
    Eased,
    GroupState,
    Muscles,
    MuscleState,
    ease,
    eases,
    make_muscles,
    muscles_to_dict,
    solve_muscles,
    state_to_dict,
    stretch_of,
)

LEAST_ARM_M = 5e-6
"""What is smaller is not printed: the muscle does not cross that joint."""
QUIET = ("rest", "not-computed")


def add_arguments(parser: Parser) -> None:
    parser.add_argument("pose", nargs="?", metavar="POSE", help="a pose or a form of one")
    parser.add_argument(
        "--joint",
        action="append",
        type=named_number,
        default=[],
        metavar="NAME=DEG",
        help="a joint of a free body, as hip_flexion_r=90; all others are 0; of the unscaled model if no measure is said",
    )
    add_set_option(parser)
    add_body_options(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: Arguments) -> None:
    if (arguments.pose is None) == (not arguments.joint):
        raise UsageError("karani muscles takes a pose or joints: karani muscles --joint hip_flexion_r=90")
    if arguments.pose is None:
        run_free_body(arguments)
    else:
        run_pose(arguments)


def run_free_body(arguments: Arguments) -> None:
    """Lengths, moment arms and passive forces; nothing is carried, so nothing works."""
    body = body_of(AS_MEASURED) if asked_nothing(arguments) else asked_body(arguments)
    x = coordinates_from_deg(body, dict(arguments.joint))
    stretched = stretch_of(make_muscles(body), x)
    geometry = muscle_geometry(body, x)
    if arguments.json:
        print_json({"muscles": with_arms(body, geometry, list(stretched))})
    else:
        print("\n".join(aligned(length_rows(geometry))))


def run_pose(arguments: Arguments) -> None:
    """Where nothing was chosen, the body settles in what the pose leaves free."""
    model = make_muscles(asked_body(arguments))
    pose = read_library().pose(arguments.pose)
    eased = ease(pose, model) if eases(pose) and not arguments.set else None
    posture = solve_posture(pose, model.body, dict(arguments.set)) if eased is None else eased.posture
    muscles = solve_muscles(posture, model) if eased is None else eased.muscles
    if arguments.json:
        geometry = muscle_geometry(model.body, posture.coordinates)
        states = with_arms(model.body, geometry, list(muscles.muscles))
        print_json(muscles_to_dict(muscles) | {"muscles": states, "eased": eased_to_dict(eased)})
    else:
        print(muscles_text(pose.name, muscles, eased))


def eased_to_dict(eased: Eased | None) -> dict[str, Any] | None:
    if eased is None:
        return None
    band = None if eased.band is None else [round(edge, 1) for edge in eased.band]
    return {"name": eased.name, "setting": round(eased.setting, 1), "band": band, "restful": eased.restful}


def with_arms(body: Body, geometry: MuscleGeometry, states: list[MuscleState]) -> list[dict[str, Any]]:
    names = body.coordinates.names
    return [
        state_to_dict(state)
        | {
            "moment_arms_m": {
                name: round(float(arm), 6)
                for name, arm in zip(names, arms, strict=True)
                if abs(arm) > LEAST_ARM_M
            }
        }
        for state, arms in zip(states, geometry.moment_arms, strict=True)
    ]


def length_rows(geometry: MuscleGeometry) -> list[tuple[str, ...]]:
    lengths = zip(geometry.names, geometry.lengths, strict=True)
    return [("muscle", "length"), *((name, f"{length * 100:.1f} cm") for name, length in lengths)]


def muscles_text(name: str, muscles: Muscles, eased: Eased | None) -> str:
    rows: list[tuple[str, ...]] = [("group", "side", "state", "activation", "stretch", "force")]
    rows += [group_row(group) for group in muscles.groups if group.state not in QUIET]
    missing = sorted({group.name for group in muscles.groups if group.state == "not-computed"})
    settled = [] if eased is None else [wrapped(settled_text(eased))]
    lines = [name, "", wrapped(muscles.outcome), *settled, f"Effort {muscles.effort:.2f}.", ""]
    lines += [*aligned(rows), ""]
    return "\n".join([*lines, wrapped(f"Not computed: {', '.join(missing)}. Model, not measurement.")])


def settled_text(eased: Eased) -> str:
    place = f"Settled at {eased.name} = {eased.setting:.0f}"
    if eased.band is None:
        return f"{place}, where it asks least; this body does not quite rest anywhere."
    return f"{place}; restful from {eased.band[0]:.0f} to {eased.band[1]:.0f}."


def group_row(group: GroupState) -> tuple[str, ...]:
    return (
        group.name,
        group.side,
        group.state,
        "-" if group.activation is None else f"{100 * group.activation:.0f} %",
        f"{group.stretch_n or 0:.0f} N",
        "-" if group.force_n is None else f"{group.force_n:.0f} N",
    )
