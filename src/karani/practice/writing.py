"""`write_script`: from a practice to every cue, chime and breath by second, and from every second the way out."""

from collections.abc import Sequence

from karani.library.distances import settled_step
from karani.library.library import Library
from karani.library.pose import Pose, Step
from karani.practice.checking import check_practice
from karani.practice.hold_script import write_hold
from karani.practice.layout import Layout, Placed, lay_out_again
from karani.practice.order import steps_of
from karani.practice.pain import write_pain
from karani.practice.practice import Practice
from karani.practice.score import Score
from karani.practice.script import Script, ScriptSegment
from karani.practice.situation import Situation
from karani.practice.way_outs import from_place, from_pose, list_way_outs
from karani.practice.ways import Move, exit_steps

BEFORE_FIRST_CHIME_S = 0.5


def write_script(practice: Practice, library: Library) -> Script:
    """Raises a KaraniError, in one sentence, where the practice cannot be led as it stands."""
    situation = check_practice(practice, library)
    layout = lay_out_again(practice.segments, situation)
    score = Score()
    segments = [
        write_segment(score, index, placed, practice, situation) for index, placed in enumerate(layout.placed)
    ]
    write_closing(score, layout)
    spans = score.spans()
    pain = write_pain(practice, situation)
    return Script(
        title=practice.title,
        total_s=score.clock_s,
        get_ready_s=segments[0].enter_s,
        cues=tuple(score.cues),
        breaths=tuple(score.breaths),
        segments=tuple(segments),
        way_outs=list_way_outs((span.way_out for span in spans), library),
        way_out_spans=spans,
        side_rest=pain.side_rest,
        closing=pain.closing,
        pain_answers=pain.answers,
        continuations=pain.continuations,
        offers=pain.offers,
    )


def write_segment(
    score: Score, index: int, placed: Placed, practice: Practice, situation: Situation
) -> ScriptSegment:
    pose, segment = placed.choice.pose, practice.segments[index]
    stays = placed.exit_s == 0
    start_s = score.clock_s
    write_way_in(score, placed)
    enter_s = score.clock_s
    distance_cm = practice.body.distances_cm.get(pose.slug)
    write_steps(score, [settled_step(step, distance_cm) for step in steps_of(pose).enter], pose)
    hold_start_s = score.clock_s
    score.mark(from_pose(pose.slug))
    quiet_start_s = write_hold(score, segment, pose, situation, stays=stays)
    hold_end_s = score.clock_s
    if not stays:
        write_steps(score, exit_steps(pose, situation.library), pose)
    return ScriptSegment(
        index, pose.root, segment.variation, pose.name, pose.sanskrit_name,
        start_s, enter_s, hold_start_s, hold_end_s, score.clock_s, quiet_start_s,
    )  # fmt: skip


def write_way_in(score: Score, placed: Placed) -> None:
    if placed.chime_s:
        score.mark(from_place(first_place(placed)))
        # A player needs a moment to sound; the first stroke must not fall into it.
        score.wait(BEFORE_FIRST_CHIME_S)
        score.chime("start", placed.chime_s - BEFORE_FIRST_CHIME_S)
    write_moves(score, placed.moves)


def first_place(placed: Placed) -> str:
    return placed.moves[0].place if placed.moves else steps_of(placed.choice.pose).starts_at


def write_moves(score: Score, moves: Sequence[Move]) -> None:
    for move in moves:
        score.mark(from_place(move.place))
        score.say(move.line)


def write_steps(score: Score, steps: Sequence[Step], pose: Pose) -> None:
    """A step already moves toward its place; where that is the pose's own, the pose's way out holds."""
    held_at = steps_of(pose).enter[-1].place
    for step in steps:
        score.mark(from_pose(pose.slug) if step.place == held_at else from_place(step.place))
        score.say(step)


def write_closing(score: Score, layout: Layout) -> None:
    write_moves(score, layout.closing)
    if layout.closing_chime_s:
        score.chime("end", layout.closing_chime_s)
