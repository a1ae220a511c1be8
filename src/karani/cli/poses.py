"""`karani poses`: the poses of the library."""

from typing import Any

from karani.cli.asking import add_props_and_conditions
from karani.cli.output import aligned, print_json
from karani.cli.parser import Arguments, Parser
from karani.errors import UnknownSlug
from karani.library import Library, read_library
from karani.library.library import unknown
from karani.library.pose import Caution, Pose
from karani.practice import screen
from karani.practice.props import props_at_hand

GUIDE_ONLY = "explained, not led"
SHOWN = ("allowed", "needs-doctor")


def add_arguments(parser: Parser) -> None:
    parser.add_argument("--need", metavar="N", help="only poses that serve this need")
    add_props_and_conditions(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: Arguments) -> None:
    library = read_library()
    poses = list_poses(library, arguments.need, arguments.prop, arguments.condition)
    if arguments.json:
        print_json([pose_to_dict(pose, arguments.condition) for pose in poses])
    elif poses:
        print("\n".join(aligned(row_of(pose, arguments.condition, library) for pose in poses)))
    else:
        print("No pose fits all of this. Ask for less at once, or name more props.")


def list_poses(library: Library, need: str | None, props: list[str], conditions: list[str]) -> list[Pose]:
    """Poses that serve the need, can be done with these props alone, and are neither avoided nor replaced."""
    if need is not None:
        check_known("need", need, library.needs)
    for condition in conditions:
        check_known("condition", condition, library.conditions)
    at_hand = props_at_hand(props, library.props)
    return [
        pose
        for pose in library.poses.values()
        if (need is None or need in pose.needs)
        and (not props or pose.needed_props <= at_hand)
        and screen(pose, frozenset(conditions)).answer in SHOWN
    ]


def check_known(kind: str, slug: str, allowed: Any) -> None:
    if slug not in allowed:
        raise UnknownSlug(unknown(kind, slug, allowed))


def cautions_for(pose: Pose, conditions: list[str]) -> list[Caution]:
    return [caution for caution in pose.cautions if caution.condition in conditions]


def row_of(pose: Pose, conditions: list[str], library: Library) -> tuple[str, ...]:
    return (pose.slug, pose.name, pose.sanskrit_name, marks_of(pose, conditions, library))


def marks_of(pose: Pose, conditions: list[str], library: Library) -> str:
    """What to know before choosing it: props, and how it meets the conditions that were named."""
    marks = [", ".join(library.props[use.prop].name for use in pose.props if not use.optional)]
    if pose.guide_only:
        marks.append(GUIDE_ONLY)
    actions = {caution.action for caution in cautions_for(pose, conditions)}
    marks += sorted(library.words["action"][action] for action in actions)
    return " · ".join(mark for mark in marks if mark)


def pose_to_dict(pose: Pose, conditions: list[str]) -> dict[str, Any]:
    return {
        "slug": pose.slug,
        "form_of": pose.form_of,
        "name": pose.name,
        "sanskrit_name": pose.sanskrit_name,
        "summary": pose.summary,
        "position": pose.position,
        "level": pose.level,
        "needs": list(pose.needs),
        "props": [{"prop": use.prop, "count": use.count, "optional": use.optional} for use in pose.props],
        "hold_s": {"least": pose.hold.least_s, "usual": pose.hold.usual_s, "most": pose.hold.most_s},
        "sides": pose.sides,
        "guide_only": pose.guide_only,
        "cautions": [
            {
                "condition": caution.condition,
                "action": caution.action,
                "why": caution.why,
                "instead": caution.instead,
            }
            for caution in cautions_for(pose, conditions)
        ],
    }
