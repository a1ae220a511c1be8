"""Handouts from the command line: drawn with the body of an ordinary person, printed, written whole."""

from karani.body import Person
from karani.body.solve_posture import solve_posture
from karani.cli.output import write_whole
from karani.cli.paper_options import PAPERS
from karani.cli.parser import Arguments
from karani.cli.person import body_of, figure_folder
from karani.figure.cache import draw_kept, keeping
from karani.figure.way import draw_way, options_of, solve_way
from karani.guide import Guide
from karani.handout import (
    Picture,
    describe_guide,
    describe_practice,
    picture_of_figure,
    print_handout,
)
from karani.library import Library
from karani.library.pose import Pose
from karani.practice import Practice


def write_guide_handout(guide: Guide, pose: Pose, library: Library, arguments: Arguments) -> None:
    body = body_of(Person())
    figures = draw_way(pose, body, solve_way(pose, body), keeping(figure_folder()))
    content = describe_guide(guide, [picture_of_figure(one) for one in figures], library, arguments.address)
    write_whole(arguments.pdf, print_handout("guide", content, PAPERS[arguments.paper]))


def write_practice_handout(practice: Practice, library: Library, arguments: Arguments) -> None:
    slugs = dict.fromkeys(segment.slug for segment in practice.segments)
    pictures = {slug: draw_one(library.pose(slug)) for slug in slugs}
    content = describe_practice(practice, pictures, library, arguments.address)
    write_whole(arguments.pdf, print_handout("practice", content, PAPERS[arguments.paper]))


def draw_one(pose: Pose) -> Picture:
    body = body_of(Person())
    posture = solve_posture(pose, body, {})
    return picture_of_figure(draw_kept(posture, body, figure_folder(), options_of(pose, pose.name)))
