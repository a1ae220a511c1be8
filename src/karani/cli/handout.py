"""Handouts from the command line: drawn with the body of an ordinary person, printed, written whole."""

from karani.body import Person
from karani.body.solve_posture import solve_posture
from karani.cli.output import write_whole
from karani.cli.paper_options import PAPERS
from karani.cli.parser import Arguments
from karani.cli.person import body_of, figure_folder
from karani.figure.strip import draw_titled, draw_way
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
    figures = draw_way(pose, body_of(Person()), figure_folder())
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
    return picture_of_figure(draw_titled(pose.name, posture, body, pose.posture.camera, figure_folder()))
