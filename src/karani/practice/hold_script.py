"""A hold, written: settling, the breath, sparse lines that taper to silence, the signals of the end."""

from collections.abc import Sequence

from karani.library.library import Library
from karani.library.pose import Line, Pose
from karani.practice import wording
from karani.practice.breath_script import write_breathing
from karani.practice.order import raises_legs, steps_of
from karani.practice.practice import Segment
from karani.practice.score import Score
from karani.practice.signals import (
    NEARLY_OUT_S,
    TWO_MINUTES_S,
    chimes_in,
    says_nearly_out,
    tail_seconds,
)
from karani.practice.situation import Situation
from karani.practice.ways import CHIME_S, seconds_of

QUIET_GAPS_S = (60.0, 90.0, 120.0, 150.0, 180.0)
"""Silence before each line of a hold; the last one repeats."""
TALK_SHARE = 0.7
"""Settling takes no more than this of a short hold."""
FALLING_ASLEEP_SHARE = 0.5
"""Where nothing calls back, lines are said in the first half only."""
HALF_WAY_FROM_S = 480.0
"""A shorter hold needs no break in its middle."""


def write_hold(score: Score, segment: Segment, pose: Pose, situation: Situation, *, stays: bool) -> float:
    """Writes one side or both; gives the time from which nothing must be said."""
    quiet_start_s = write_first_side(score, segment, pose, situation, stays=stays)
    for _ in range(1, segment.sides):
        change_sides(score, pose)
        write_side_end(score, pose, score.clock_s, segment.hold_s)
        # Skipping inside one of two sides would make them unequal.
        quiet_start_s = score.clock_s
    return quiet_start_s


def change_sides(score: Score, pose: Pose) -> None:
    score.chime("change-sides", CHIME_S)
    for line in steps_of(pose).change_sides:
        score.say(line)


def write_first_side(
    score: Score, segment: Segment, pose: Pose, situation: Situation, *, stays: bool
) -> float:
    library, start_s, hold_s = situation.library, score.clock_s, segment.hold_s
    settle(score, pose, start_s + hold_s * TALK_SHARE)
    if segment.role == "main":
        protocol = library.breathings[segment.breath]
        write_breathing(score, segment, pose, protocol, situation.request.count_s)
    if stays:
        return write_staying(score, pose, start_s, hold_s, library)
    lines = write_half_way(score, segment, pose, situation, start_s + hold_s / 2)
    quiet_start_s = score.clock_s
    say_quiet_lines(score, lines, start_s + hold_s - tail_seconds(hold_s))
    write_side_end(score, pose, start_s, hold_s)
    return quiet_start_s


def settle(score: Score, pose: Pose, until_s: float) -> None:
    for line in steps_of(pose).settle:
        if not score.fits(line, until_s):
            return
        score.say(line)


def write_staying(score: Score, pose: Pose, start_s: float, hold_s: float, library: Library) -> float:
    """The last hold of a practice that calls nobody back: its last word comes early, and nothing after it."""
    quiet_start_s = score.clock_s
    say_quiet_lines(score, steps_of(pose).quiet, start_s + hold_s * FALLING_ASLEEP_SHARE)
    line = wording.line(wording.STAY, "p2", library)
    if score.fits(line, start_s + hold_s):
        score.say(line)
    score.wait_until(start_s + hold_s)
    return quiet_start_s


def write_half_way(
    score: Score, segment: Segment, pose: Pose, situation: Situation, middle_s: float
) -> Sequence[Line]:
    """The need's break, where it has one and the legs are long raised; gives the quiet lines that are left."""
    lines, rest = steps_of(pose).quiet, situation.need.half_way
    long = segment.role == "main" and segment.hold_s >= HALF_WAY_FROM_S and raises_legs(pose)
    ends_s = middle_s + seconds_of(rest)
    room = score.clock_s <= middle_s and ends_s <= middle_s + segment.hold_s / 2 - tail_seconds(
        segment.hold_s
    )
    if not (rest and long and room):
        return lines
    left = say_quiet_lines(score, lines, middle_s)
    score.wait_until(middle_s)
    for line in rest:
        score.say(line)
    return left


def say_quiet_lines(score: Score, lines: Sequence[Line], until_s: float) -> Sequence[Line]:
    """One line after each silence, as many as there is time for; gives those that are left."""
    for index, line in enumerate(lines):
        at_s = score.clock_s + QUIET_GAPS_S[min(index, len(QUIET_GAPS_S) - 1)]
        if at_s + line.seconds > until_s:
            return lines[index:]
        score.wait_until(at_s)
        score.say(line)
    return ()


def write_side_end(score: Score, pose: Pose, start_s: float, hold_s: float) -> None:
    end_s = start_s + hold_s
    if chimes_in(hold_s):
        score.wait_until(end_s - TWO_MINUTES_S)
        score.chime("two-minutes", CHIME_S)
    if says_nearly_out(hold_s):
        score.wait_until(end_s - NEARLY_OUT_S)
        score.say(steps_of(pose).nearly_out)
    if chimes_in(hold_s):
        score.wait_until(end_s - CHIME_S)
        score.chime("end", CHIME_S, "This stay ends here.")
    score.wait_until(end_s)
