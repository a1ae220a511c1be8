"""`karani muscles`: which muscles stretch and work in a pose; lengths and moment arms for joint angles."""

from typing import Any

from karani.body import Body, coordinates_from_deg
from karani.body.muscle_geometry import MuscleGeometry, muscle_geometry
from karani.body.solve_posture import solve_posture
from karani.cli.output import aligned, print_json, wrapped
from karani.cli.parser import Arguments, Parser, UsageError, named_number
from karani.cli.person import AS_MEASURED, add_body_options, asked_body, asked_nothing, body_of
from karani.library import read_library
from karani.muscles import (
    GroupState,
    Muscles,
    MuscleState,
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
    parser.add_argument(
        "--set",
        action="append",
        type=named_number,
        default=[],
        metavar="NAME=VALUE",
        help="as in karani posture",
    )
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
    body = asked_body(arguments)
    pose = read_library().pose(arguments.pose)
    posture = solve_posture(pose, body, dict(arguments.set))
    muscles = solve_muscles(posture, make_muscles(body))
    if arguments.json:
        geometry = muscle_geometry(body, posture.coordinates)
        print_json(muscles_to_dict(muscles) | {"muscles": with_arms(body, geometry, list(muscles.muscles))})
    else:
        print(muscles_text(pose.name, muscles))


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


def muscles_text(name: str, muscles: Muscles) -> str:
    rows: list[tuple[str, ...]] = [("group", "side", "state", "activation", "stretch", "force")]
    rows += [group_row(group) for group in muscles.groups if group.state not in QUIET]
    missing = sorted({group.name for group in muscles.groups if group.state == "not-computed"})
    lines = [name, "", wrapped(muscles.outcome), f"Effort {muscles.effort:.2f}.", "", *aligned(rows), ""]
    return "\n".join([*lines, wrapped(f"Not computed: {', '.join(missing)}. Model, not measurement.")])


def group_row(group: GroupState) -> tuple[str, ...]:
    return (
        group.name,
        group.side,
        group.state,
        f"{100 * (group.activation or 0):.0f} %",
        f"{group.stretch_n or 0:.0f} N",
        f"{group.force_n or 0:.0f} N",
    )
