"""A hold, written: settling, the breath, sparse lines that taper to silence, the signals of the end."""

from karani.library.library import Library
from karani.library.pose import Pose
from karani.library.vocabulary import BreathStage
from karani.practice import wording
from karani.practice.breath import NATURAL, breath_room, list_stages
from karani.practice.order import steps_of
from karani.practice.practice import Segment
from karani.practice.score import Score
from karani.practice.script import Breath
from karani.practice.signals import (
    NEARLY_OUT_S,
    TWO_MINUTES_S,
    chimes_in,
    says_nearly_out,
    tail_seconds,
)
from karani.practice.ways import CHIME_S

QUIET_GAPS_S = (60.0, 90.0, 120.0, 150.0, 180.0)
"""Silence before each line of a hold; the last one repeats."""
TALK_SHARE = 0.7
"""Settling takes no more than this of a short hold."""
FALLING_ASLEEP_SHARE = 0.5
"""Where nothing calls back, lines are said in the first half only."""


def write_hold(
    score: Score, segment: Segment, pose: Pose, library: Library, count_s: float, *, stays: bool
) -> float:
    """Writes one side or both; gives the time from which nothing must be said."""
    quiet_start_s = score.clock_s
    for side in range(segment.sides):
        if side:
            change_sides(score, pose)
        quiet_start_s = write_side(score, segment, pose, library, count_s, first=side == 0, stays=stays)
    # Skipping inside one of two sides would make them unequal.
    return quiet_start_s if segment.sides == 1 else score.clock_s


def change_sides(score: Score, pose: Pose) -> None:
    score.chime("change-sides", CHIME_S)
    for line in steps_of(pose).change_sides:
        score.say(line)


def write_side(
    score: Score, segment: Segment, pose: Pose, library: Library, count_s: float, *, first: bool, stays: bool
) -> float:
    start_s, hold_s = score.clock_s, segment.hold_s
    if first:
        settle(score, pose, start_s + hold_s * TALK_SHARE)
    if first and segment.role == "main":
        breathe(score, segment, pose, library, count_s)
    if stays:
        say_stay(score, start_s + hold_s, library)
    quiet_start_s = score.clock_s
    say_quiet_lines(score, pose, last_word_at(start_s, hold_s, stays=stays))
    if not stays:
        signal_end(score, pose, start_s + hold_s, hold_s)
    score.wait_until(start_s + hold_s)
    return quiet_start_s


def settle(score: Score, pose: Pose, until_s: float) -> None:
    for line in steps_of(pose).settle:
        if not score.fits(line, until_s):
            return
        score.say(line)


def last_word_at(start_s: float, hold_s: float, *, stays: bool) -> float:
    return start_s + (hold_s * FALLING_ASLEEP_SHARE if stays else hold_s - tail_seconds(hold_s))


def breathe(score: Score, segment: Segment, pose: Pose, library: Library, count_s: float) -> None:
    protocol = library.breathings[segment.breath]
    room_s = breath_room(pose, segment.hold_s)
    stages = list_stages(protocol, room_s, count_s)
    words_s = sum(line.seconds for line in (*protocol.intro, *protocol.outro))
    if not stages and (segment.breath != NATURAL or words_s > room_s):
        return
    for line in protocol.intro:
        score.say(line)
    write_breaths(score, stages, count_s)
    for line in protocol.outro:
        score.say(line)


def write_breaths(score: Score, stages: tuple[BreathStage, ...], count_s: float) -> None:
    """Breath 0 is shown, not counted; the others count to the end of the last stage."""
    if not stages:
        return
    of = sum(stage.rounds for stage in stages)
    breaths = [stages[0], *(stage for stage in stages for _ in range(stage.rounds))]
    for number, stage in enumerate(breaths):
        write_breath(score, stage, number, of, count_s)


def write_breath(score: Score, stage: BreathStage, number: int, of: int, count_s: float) -> None:
    inhale_s, exhale_s = round(stage.inhale * count_s, 3), round(stage.exhale * count_s, 3)
    score.breathe(Breath(score.clock_s, "in", inhale_s, round(stage.inhale), number, of))
    score.breathe(Breath(score.clock_s, "out", exhale_s, round(stage.exhale), number, of))


def say_stay(score: Score, until_s: float, library: Library) -> None:
    line = wording.line(wording.STAY, "p2", library)
    if score.fits(line, until_s):
        score.say(line)


def say_quiet_lines(score: Score, pose: Pose, until_s: float) -> None:
    for index, line in enumerate(steps_of(pose).quiet):
        at_s = score.clock_s + QUIET_GAPS_S[min(index, len(QUIET_GAPS_S) - 1)]
        if at_s + line.seconds > until_s:
            return
        score.wait_until(at_s)
        score.say(line)


def signal_end(score: Score, pose: Pose, end_s: float, hold_s: float) -> None:
    if chimes_in(hold_s):
        score.wait_until(end_s - TWO_MINUTES_S)
        score.chime("two-minutes", CHIME_S)
    if says_nearly_out(hold_s):
        score.wait_until(end_s - NEARLY_OUT_S)
        score.say(steps_of(pose).nearly_out)
    if chimes_in(hold_s):
        score.wait_until(end_s - CHIME_S)
        score.chime("end", CHIME_S)
