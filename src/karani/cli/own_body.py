"""A practice for the body that the options of a command tell: it says that body's own distance from the wall."""

from dataclasses import replace

from karani.cli.body_options import add_body_options, asked_nothing
from karani.cli.parser import Arguments, Parser
from karani.library import Library
from karani.library.distances import says_distance
from karani.library.pose import Pose
from karani.practice import Practice
from karani.practice.own_body import OwnBody, Rest


def add_own_body(parser: Parser) -> None:
    group = parser.add_argument_group("your body, for your own distance from the wall")
    add_body_options(group)


def with_own_body(practice: Practice, arguments: Arguments, library: Library) -> Practice:
    """The practice as it was where no measure was told, or nothing in it says a distance."""
    if asked_nothing(arguments):
        return practice
    slugs = dict.fromkeys(segment.slug for segment in practice.segments)
    poses = [library.pose(slug) for slug in slugs if says_distance(library.pose(slug))]
    return replace(practice, body=OwnBody(list_rests(poses, arguments)))


def list_rests(poses: list[Pose], arguments: Arguments) -> tuple[Rest, ...]:
    from karani.cli.person import asked_person, body_of  # noqa: PLC0415 - a body takes time to wake
    from karani.muscles import ease, eases, make_muscles  # noqa: PLC0415 - a body takes time to wake

    person = asked_person(arguments)  # what no body has is refused also where nothing asks for it
    if not poses:
        return ()
    model = make_muscles(body_of(person))
    settled = ((pose.slug, ease(pose, model)) for pose in poses if eases(pose))
    return tuple(Rest(slug, eased.setting, *(eased.band or (None, None))) for slug, eased in settled)
