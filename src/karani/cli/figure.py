"""`karani figure`: a body in a pose as SVG, its anatomy plate, the steps into it, or all poses on one sheet."""

from pathlib import Path

from karani.body import Body
from karani.body.posture import Posture
from karani.body.solve_posture import solve_posture
from karani.cli.body_options import add_body_options
from karani.cli.output import write_whole
from karani.cli.parser import Arguments, Parser, UsageError, add_set_option
from karani.cli.person import asked_body, cache_folder, say
from karani.figure import Figure, Look, Options, draw_kept, draw_plate_kept, to_file, to_plate_file
from karani.figure.contact_sheet import Group, contact_sheet, grouped_sheet
from karani.figure.options import CLOTHES, TONES
from karani.figure.way import draw_way, options_of, solve_way
from karani.guide.anatomy import shades_of
from karani.library import Library, read_library
from karani.library.pose import Pose
from karani.muscles import make_muscles, solve_muscles


def add_arguments(parser: Parser) -> None:
    parser.add_argument("pose", nargs="?", metavar="POSE", help="a pose or a form of one")
    parser.add_argument("--all", action="store_true", help="every pose of the library on one sheet")
    parser.add_argument(
        "--steps", action="store_true", help="the way in, the pose and the way out as a strip"
    )
    parser.add_argument(
        "--plate", action="store_true", help="with skeleton and muscles, shaded by what they do"
    )
    add_set_option(parser)
    parser.add_argument(
        "--tone", default=Look().tone, metavar="TONE", help=f"of the skin: {', '.join(TONES)}"
    )
    parser.add_argument("--clothes", default=Look().clothes, metavar="COLOR", help=f"{', '.join(CLOTHES)}")
    add_body_options(parser)
    parser.add_argument(
        "--animate",
        type=Path,
        metavar="FILE",
        help="the way in, some breaths and the way out, moving: .png for slides, .svg for pages",
    )
    parser.add_argument("--output", type=Path, metavar="FILE.svg", help="write here instead of to the screen")


def run(arguments: Arguments) -> None:
    if (arguments.pose is None) != arguments.all:
        raise UsageError("Name one pose, or say --all for every pose; karani figure --help says more.")
    if arguments.plate and (arguments.all or arguments.steps):
        raise UsageError("--plate shows one pose; leave out --all and --steps.")
    if arguments.animate is not None:
        write_film(arguments, Look(arguments.tone, arguments.clothes))
        return
    picture = picture_of(arguments, Look(arguments.tone, arguments.clothes))
    if arguments.output is None:
        print(picture)
    else:
        write_whole(arguments.output, picture.encode())


def picture_of(arguments: Arguments, look: Look) -> str:
    library = read_library()
    chosen = dict(arguments.set)
    if arguments.all:
        body = asked_body(arguments)
        return grouped_sheet(all_poses(library, body), "All poses", look)
    pose = library.pose(arguments.pose)
    body = asked_body(arguments)
    if arguments.plate:
        return plate_of(pose, body, chosen, library)
    if arguments.steps:
        if chosen:
            raise UsageError("--set holds for the pose alone; leave it out, or leave out --steps.")
        strip = draw_steps(pose, body)
        return contact_sheet(strip, f"{pose.name}, step by step", look, columns=len(strip))
    return to_file(draw_pose(pose, body, chosen), look)


def all_poses(library: Library, body: Body) -> list[Group]:
    """Below the word for their position, each form beside its pose."""
    by_position: dict[str, list[Pose]] = {}
    for pose in library.poses.values():
        by_position.setdefault(pose.position, []).append(pose)
    return [
        Group(word.capitalize(), [draw_pose(pose, body, {}) for pose in by_position[slug]])
        for slug, word in library.words["position"].items()
        if slug in by_position
    ]


def plate_of(pose: Pose, body: Body, chosen: dict[str, float], library: Library) -> str:
    posture = solve_posture(pose, body, chosen)
    shades = shades_of(solve_muscles(posture, make_muscles(body)), library.muscle_groups)
    models = cache_folder()
    options = options_of(pose, pose.name)
    return to_plate_file(draw_plate_kept(posture, body, models, models.parent / "figures", options), shades)


def write_film(arguments: Arguments, look: Look) -> None:
    """What is written says on standard error how long it takes."""
    from karani.figure.film import film  # noqa: PLC0415 - only for what moves
    from karani.figure.moving_file import check_kind, to_moving_file  # noqa: PLC0415 - the same

    if arguments.all or arguments.steps or arguments.plate or arguments.set or arguments.output:
        raise UsageError(
            "--animate writes a film of one pose; leave out --all, --steps, --plate, --set and --output."
        )
    check_kind(arguments.animate)
    pose = read_library().pose(arguments.pose)
    moments = film(pose, asked_body(arguments), kept, say)
    write_whole(arguments.animate, to_moving_file(moments, look, arguments.animate.suffix.lower()))


def draw_pose(pose: Pose, body: Body, chosen: dict[str, float]) -> Figure:
    return kept(solve_posture(pose, body, chosen), body, options_of(pose, pose.name))


def draw_steps(pose: Pose, body: Body) -> list[Figure]:
    """The stills of the way in, the pose, and those of the way out, all from one side and in one room."""
    return list(draw_way(pose, body, solve_way(pose, body), kept))


def kept(posture: Posture, body: Body, options: Options) -> Figure:
    return draw_kept(posture, body, figures_folder(), options)


def figures_folder() -> Path:
    return cache_folder().parent / "figures"
