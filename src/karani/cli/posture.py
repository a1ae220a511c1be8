"""`karani posture`: where one body's segments are in a pose, what they rest on, and how well it holds."""

from karani.body.posture import Posture, posture_to_dict
from karani.body.solve_posture import solve_posture
from karani.cli.body_options import add_body_options
from karani.cli.output import aligned, print_json, wrapped
from karani.cli.parser import Arguments, Parser, add_set_option
from karani.cli.person import asked_body
from karani.library import read_library

TOUCHING_CM = 1.0


def add_arguments(parser: Parser) -> None:
    parser.add_argument("pose", metavar="POSE", help="a pose or a form of one; karani poses lists them")
    add_set_option(parser)
    add_body_options(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: Arguments) -> None:
    pose = read_library().pose(arguments.pose)
    posture = solve_posture(pose, asked_body(arguments), dict(arguments.set))
    if arguments.json:
        print_json(posture_to_dict(posture))
    else:
        print(posture_text(pose.name, posture))


def posture_text(name: str, posture: Posture) -> str:
    heights = aligned((place, f"{height:.0f} cm") for place, height in posture.heights_cm.items())
    contacts = sorted(
        {f"{contact.part} on {contact.surface}" for contact in posture.contacts if touches(contact.gap_cm)}
    )
    lines = [name, "", wrapped(posture.outcome), "", "Above the floor", *(f"  {line}" for line in heights)]
    lines += ["", "Rests with", *(f"  {contact}" for contact in contacts)]
    if posture.wall_distance_cm is not None:
        lines += ["", f"The buttocks are {posture.wall_distance_cm:.0f} cm from the wall."]
    return "\n".join(lines)


def touches(gap_cm: float) -> bool:
    return abs(gap_cm) <= TOUCHING_CM
