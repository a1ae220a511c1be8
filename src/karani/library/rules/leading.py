"""A person with closed eyes can follow the steps, and leaves every pose slowly."""

from collections.abc import Iterator, Sequence

from karani.library.findings import Finding
from karani.library.pose import Line, Pose, Step
from karani.library.rules.shelf import Shelf, find_in_steps, list_lines, list_spoken

LONG_HOLD_S = 180.0
ON_THE_SIDE = "side-lying"
LYING = ("supine", "prone")
STANDING, SEATED = "standing", "seated"
LONGEST_WAY_S = 90.0
SHORTEST_EXIT_S = 30.0
LONGEST_WAY_OUT_S = 45.0
MOST_QUIET_LINES = 6
MINUTE_S = 60.0


def lines_leave_time_to_speak(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for field, line in list_lines(pose):
        needed = seconds_needed(line, shelf)
        if line.seconds < needed:
            yield find_in_steps(pose, f"{field}.seconds", tell_short(line, needed))


def spoken_lines_leave_time_to_speak(shelf: Shelf) -> Iterator[Finding]:
    for file, field, line in list_spoken(shelf.library):
        needed = seconds_needed(line, shelf)
        if line.seconds < needed:
            yield Finding(file, field, tell_short(line, needed))


def seconds_needed(line: Line | Step, shelf: Shelf) -> float:
    spoken = len(line.cue.split()) * shelf.standards.cues.seconds_per_word
    return round(spoken + shelf.library.pauses_s[line.pause], 3)


def tell_short(line: Line | Step, needed: float) -> str:
    return f"found {line.seconds:g} s for {line.cue!r} and its pause; {needed:g} s or more would be right"


def ways_in_and_out_are_unhurried(pose: Pose, _: Shelf) -> Iterator[Finding]:
    if pose.steps is None:
        return
    for field, steps in (("enter", pose.steps.enter), ("exit", pose.steps.exit)):
        if total(steps) > LONGEST_WAY_S:
            yield find_in_steps(
                pose, field, f"takes {total(steps):g} s; at most {LONGEST_WAY_S:g} s would be right"
            )
    if is_long_rest(pose) and total(pose.steps.exit) < SHORTEST_EXIT_S:
        sentence = f"takes {total(pose.steps.exit):g} s after a long rest; {SHORTEST_EXIT_S:g} s or more would be right"
        yield find_in_steps(pose, "exit", sentence)


def way_out_is_short(pose: Pose, _: Shelf) -> Iterator[Finding]:
    if pose.steps is not None and total(pose.steps.way_out) > LONGEST_WAY_OUT_S:
        found = f"takes {total(pose.steps.way_out):g} s"
        yield find_in_steps(pose, "way_out", f"{found}; at most {LONGEST_WAY_OUT_S:g} s would be right")


def long_rests_leave_through_the_side(pose: Pose, _: Shelf) -> Iterator[Finding]:
    if pose.steps is not None and is_long_rest(pose) and pose.steps.ends_at != ON_THE_SIDE:
        sentence = f"ends {pose.steps.ends_at!r} after a long rest lying down; {ON_THE_SIDE!r} would be right"
        yield find_in_steps(pose, "exit", sentence)


def is_long_rest(pose: Pose) -> bool:
    return pose.position in LYING and pose.hold.most_s >= LONG_HOLD_S


def sides_are_changed_where_there_are_two(pose: Pose, _: Shelf) -> Iterator[Finding]:
    if pose.steps is not None and (pose.sides > 1) != bool(pose.steps.change_sides):
        sentence = f"has {len(pose.steps.change_sides)} lines for {pose.sides} side(s); lines only where there are two would be right"
        yield find_in_steps(pose, "change_sides", sentence)


def quiet_is_sparse(pose: Pose, _: Shelf) -> Iterator[Finding]:
    if pose.steps is not None and len(pose.steps.quiet) > MOST_QUIET_LINES:
        found = f"has {len(pose.steps.quiet)} lines"
        yield find_in_steps(pose, "quiet", f"{found}; at most {MOST_QUIET_LINES} would be right")


def one_rises_from_lying_through_the_side(shelf: Shelf) -> Iterator[Finding]:
    """Whoever lies comes first to the side, then to sitting."""
    ways = shelf.library.transitions
    for start in LYING:
        for end in (SEATED, STANDING):
            first = ways[start, ON_THE_SIDE].lines
            if ways[start, end].lines[: len(first)] != first:
                sentence = f"from {start} to {end} does not begin as from {start} to {ON_THE_SIDE}; the same lines first would be right"
                yield Finding("vocabulary/transitions.toml", f"transitions.{start}.{end}", sentence)


def one_sits_a_minute_before_standing(shelf: Shelf) -> Iterator[Finding]:
    for start in (*LYING, ON_THE_SIDE):
        lines = shelf.library.transitions[start, STANDING].lines
        if max(line.seconds for line in lines) < MINUTE_S:
            sentence = (
                "stands up without a minute of sitting; a line of 60 s or more before standing would be right"
            )
            yield Finding("vocabulary/transitions.toml", f"transitions.{start}.{STANDING}", sentence)


def total(lines: Sequence[Line | Step]) -> float:
    return sum(line.seconds for line in lines)


POSE_RULES = (
    lines_leave_time_to_speak,
    ways_in_and_out_are_unhurried,
    way_out_is_short,
    long_rests_leave_through_the_side,
    sides_are_changed_where_there_are_two,
    quiet_is_sparse,
)
SHELF_RULES = (
    spoken_lines_leave_time_to_speak,
    one_rises_from_lying_through_the_side,
    one_sits_a_minute_before_standing,
)
