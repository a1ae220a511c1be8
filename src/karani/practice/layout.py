"""A row of poses laid out: the props, the way to each, its steps in and out, and the end; everything but the holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from karani.library.library import Library
from karani.practice.choosing import Choice
from karani.practice.order import steps_of
from karani.practice.practice import Segment
from karani.practice.props import props_in_use
from karani.practice.situation import Situation
from karani.practice.ways import (
    CHIME_S,
    START_CHIME_S,
    Move,
    can_stay,
    closing_moves,
    enter_seconds,
    exit_seconds,
    moves_between,
    moves_seconds,
    start_place,
    staying_moves,
    welcome,
)
from karani.practice.wording import title_of

COMFORT_FROM_MINUTES = 20
"""In a shorter practice the fetching of optional props would take too large a share."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A choice in its place, without its hold."""

    choice: Choice
    props: tuple[str, ...]
    moves: tuple[Move, ...]
    chime_s: float
    enter_s: float
    exit_s: float

    @property
    def transition_s(self) -> float:
        return self.chime_s + moves_seconds(self.moves)


@dataclass(frozen=True, slots=True)
class Layout:
    placed: tuple[Placed, ...]
    closing: tuple[Move, ...]
    closing_chime_s: float

    @property
    def closing_s(self) -> float:
        return moves_seconds(self.closing) + self.closing_chime_s

    @property
    def fixed_s(self) -> float:
        return self.closing_s + sum(part.transition_s + part.enter_s + part.exit_s for part in self.placed)


def title(situation: Situation) -> str:
    wished = situation.request.pose
    pose = situation.library.poses[wished] if wished else None
    return title_of(situation.need, situation.request.minutes, pose)


def lay_out(choices: Sequence[Choice], situation: Situation) -> Layout:
    placed: list[Placed] = []
    for choice in choices:
        placed.append(place(choice, placed[-1] if placed else None, situation))
    return end_of(placed, situation)


def lay_out_again(segments: Sequence[Segment], situation: Situation) -> Layout:
    """The layout of a practice that stands: its own poses and props."""
    library = situation.library
    placed: list[Placed] = []
    for segment in segments:
        choice = Choice(segment.role, library.pose(segment.slug))
        before = placed[-1] if placed else None
        placed.append(place_with(choice, segment.props, before, situation))
    return end_of(placed, situation)


def place(choice: Choice, before: Placed | None, situation: Situation) -> Placed:
    comfort = situation.request.minutes >= COMFORT_FROM_MINUTES
    in_use = frozenset(before.props) if before else frozenset()
    props = props_in_use(choice.pose, situation.props, in_use, comfort=comfort)
    return place_with(choice, props, before, situation)


def place_with(choice: Choice, props: tuple[str, ...], before: Placed | None, situation: Situation) -> Placed:
    pose, library = choice.pose, situation.library
    fetched = [prop for prop in props if before is None or prop not in before.props]
    moves = way_to(choice, before, fetched, situation)
    chime_s = 0.0 if before else START_CHIME_S
    return Placed(choice, props, moves, chime_s, enter_seconds(pose), exit_seconds(pose, library))


def way_to(
    choice: Choice, before: Placed | None, fetched: Sequence[str], situation: Situation
) -> tuple[Move, ...]:
    library, target = situation.library, steps_of(choice.pose).starts_at
    if before is not None:
        return moves_between(steps_of(before.choice.pose).ends_at, target, fetched, library)
    start = start_place(choice.pose, library)
    said = welcome(title(situation), start, library)
    if start != target:
        said += tuple(Move(line, start) for line in library.places[start].begin)
    return said + moves_between(start, target, fetched, library)


def end_of(placed: list[Placed], situation: Situation) -> Layout:
    """Where nothing calls back, one stays in the last pose, or on the side that it ends on."""
    library = situation.library
    poses = [part.choice.pose for part in placed]
    if not situation.stays_at_the_end():
        return Layout(tuple(placed), closing_moves(poses, library), CHIME_S)
    last = placed[-1]
    if can_stay(poses[-1], library):
        stayed = Placed(last.choice, last.props, last.moves, last.chime_s, last.enter_s, 0.0)
        return Layout((*placed[:-1], stayed), (), 0.0)
    return Layout(tuple(placed), closing_or_staying(placed, library), 0.0)


def closing_or_staying(placed: Sequence[Placed], library: Library) -> tuple[Move, ...]:
    poses = [part.choice.pose for part in placed]
    lies = library.places[steps_of(poses[-1]).ends_at].level == 1
    return staying_moves(poses[-1], library) if lies else closing_moves(poses, library)
