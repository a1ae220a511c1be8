"""`karani muscles`: lengths and moment arms of all muscles, for joint angles or for a pose."""

from typing import Any

from karani.body import Body, coordinates_from_deg
from karani.body.muscle_geometry import MuscleGeometry, muscle_geometry
from karani.body.muscle_groups import muscle_group, muscle_side
from karani.body.solve_posture import solve_posture
from karani.cli.output import aligned, print_json
from karani.cli.parser import Arguments, Parser, UsageError, named_number
from karani.cli.person import AS_MEASURED, add_body_options, asked_body, asked_nothing, body_of
from karani.library import read_library

LEAST_ARM_M = 5e-6
"""What is smaller is not printed: the muscle does not cross that joint."""


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
    unscaled = arguments.pose is None and asked_nothing(arguments)
    body = body_of(AS_MEASURED) if unscaled else asked_body(arguments)
    geometry = asked_geometry(arguments, body)
    if arguments.json:
        print_json({"muscles": muscles_to_list(body, geometry)})
    else:
        print("\n".join(aligned(rows_of(geometry))))


def asked_geometry(arguments: Arguments, body: Body) -> MuscleGeometry:
    if arguments.pose is None:
        return muscle_geometry(body, coordinates_from_deg(body, dict(arguments.joint)))
    posture = solve_posture(read_library().pose(arguments.pose), body, dict(arguments.set))
    return muscle_geometry(body, posture.coordinates)


def muscles_to_list(body: Body, geometry: MuscleGeometry) -> list[dict[str, Any]]:
    names = body.coordinates.names
    return [
        {
            "name": muscle,
            "group": muscle_group(muscle),
            "side": muscle_side(muscle),
            "muscle_tendon_length_m": round(float(length), 6),
            "moment_arms_m": {
                name: round(float(arm), 6)
                for name, arm in zip(names, arms, strict=True)
                if abs(arm) > LEAST_ARM_M
            },
        }
        for muscle, length, arms in zip(geometry.names, geometry.lengths, geometry.moment_arms, strict=True)
    ]


def rows_of(geometry: MuscleGeometry) -> list[tuple[str, ...]]:
    head = ("muscle", "length")
    return [
        head,
        *(
            (name, f"{length * 100:.1f} cm")
            for name, length in zip(geometry.names, geometry.lengths, strict=True)
        ),
    ]
