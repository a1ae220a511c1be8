"""The ways of a practice: to the first pose, from pose to pose, steps in and out, and from the last pose to the end.

Planner and script both take their times from here, so that what is planned is what is led.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from karani.library.library import Library
from karani.library.pose import Line, Pose, Step
from karani.practice import wording
from karani.practice.choosing import SITTING_LEVEL
from karani.practice.order import level_of, needs_level_rest, raises_legs, steps_of

SITTING, ON_THE_SIDE = "seated", "side-lying"
START_CHIME_S = 6.0
"""The chime, and three seconds of silence after it: never start with a jolt."""
CHIME_S = 5.0
LEVEL_REST_S = 30.0
SIT_BEFORE_STANDING_S = 60.0
"""Both our own choice; rising slowly softens the dip of blood pressure (claim C-RISE of the content)."""


@dataclass(frozen=True, slots=True)
class Move:
    """Something said on the way, and the place whose way out holds meanwhile."""

    line: Line
    place: str


def seconds_of(lines: Sequence[Line | Step]) -> float:
    return sum(line.seconds for line in lines)


def moves_seconds(moves: Sequence[Move]) -> float:
    return sum(move.line.seconds for move in moves)


def welcome(title: str, place: str, library: Library) -> tuple[Move, ...]:
    said = (wording.line(f"{title}.", "p1", library), wording.line(wording.WELCOME, "p2", library))
    return tuple(Move(line, place) for line in said)


def start_place(pose: Pose, library: Library) -> str:
    """Where a practice begins: as high as its first pose needs, else sitting."""
    place = steps_of(pose).starts_at
    return place if library.places[place].level >= SITTING_LEVEL else SITTING


def moves_between(start: str, end: str, fetched: Sequence[str], library: Library) -> tuple[Move, ...]:
    """Fetching what is new, and the way from place to place. One fetches before lying down, but after getting up."""
    way = way_between(start, end, library)
    up = library.places[end].level > library.places[start].level
    fetch_at = end if up else start
    fetch = tuple(Move(library.props[prop].fetch, fetch_at) for prop in fetched)
    return way + fetch if up else fetch + way


def way_between(start: str, end: str, library: Library) -> tuple[Move, ...]:
    """The last line of a transition is the one that arrives, so its way out is that of the place it leads to."""
    if start == end:
        return ()
    lines = library.transitions[start, end].lines
    return (*(Move(line, start) for line in lines[:-1]), Move(lines[-1], end))


def enter_seconds(pose: Pose) -> float:
    steps = steps_of(pose)
    return seconds_of(steps.enter) + (change_seconds(pose) if pose.sides > 1 else 0.0)


def change_seconds(pose: Pose) -> float:
    return CHIME_S + seconds_of(steps_of(pose).change_sides)


def exit_steps(pose: Pose, library: Library) -> tuple[Step, ...]:
    """Steps out, with a level rest behind them where they are too short for one."""
    steps = steps_of(pose).exit
    lacking = LEVEL_REST_S - level_seconds(pose)
    if lacking <= 0 or not needs_level_rest(pose, library):
        return steps
    least_s = wording.line(wording.LEVEL_REST, "p1", library).seconds
    rest = wording.lasting(wording.LEVEL_REST, max(lacking, least_s))
    return (*steps, Step(rest.cue, rest.pause, rest.seconds, steps[-1].place))


def level_seconds(pose: Pose) -> float:
    """Seconds of the steps out that are spent where they lead; where they lead nowhere else, all but the first."""
    steps = steps_of(pose)
    held_at = steps.enter[-1].place
    moved = [step for step in steps.exit if step.place != held_at]
    return seconds_of(moved or steps.exit[1:])


def exit_seconds(pose: Pose, library: Library) -> float:
    return seconds_of(exit_steps(pose, library))


def can_stay(pose: Pose, library: Library) -> bool:
    """Whether one may fall asleep in it: lying, with nothing raised and no low head."""
    return level_of(pose, library) < SITTING_LEVEL and not needs_level_rest(pose, library)


def closing_moves(poses: Sequence[Pose], library: Library) -> tuple[Move, ...]:
    """From the last pose to sitting, a minute there where the legs or the hips were up, and the last words."""
    place = steps_of(poses[-1]).ends_at
    up = library.places[place].level < SITTING_LEVEL
    way = way_between(place, SITTING, library) if up else ()
    said = last_words(library)
    if must_sit_a_minute(poses, library):
        said = (sit_a_minute(way[-1:], said, library), *said)
    return (*way, *(Move(line, SITTING if up else place) for line in said))


def last_words(library: Library) -> tuple[Line, ...]:
    return (wording.line(wording.OPEN_EYES, "p2", library), wording.line(wording.LAST_WORDS, "p2", library))


def sit_a_minute(arriving: Sequence[Move], after: Sequence[Line], library: Library) -> Line:
    """What is lacking of a minute between sitting up and the end, its last chime included."""
    least_s = wording.line(wording.SIT_A_MINUTE, "p1", library).seconds
    lacking_s = SIT_BEFORE_STANDING_S - moves_seconds(arriving) - seconds_of(after) - CHIME_S
    return wording.lasting(wording.SIT_A_MINUTE, max(lacking_s, least_s))


def must_sit_a_minute(poses: Sequence[Pose], library: Library) -> bool:
    """After raised legs or a low head, unless the last pose is a long enough seat itself."""
    last = poses[-1]
    sat = level_of(last, library) == SITTING_LEVEL and last.hold.least_s >= SIT_BEFORE_STANDING_S
    return not sat and any(raises_legs(pose) or needs_level_rest(pose, library) for pose in poses)


def staying_moves(pose: Pose, library: Library) -> tuple[Move, ...]:
    """The last words where nothing calls back, after a pose that must be left."""
    return (Move(wording.line(wording.STAY_ON_SIDE, "p2", library), steps_of(pose).ends_at),)
