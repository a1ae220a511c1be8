"""The breath of a hold, written: its words, and every half breath that is shown."""

from karani.library.pose import Pose
from karani.library.vocabulary import Breathing, BreathStage
from karani.practice.breath import breath_room, list_stages
from karani.practice.practice import Segment
from karani.practice.score import Score, rounded
from karani.practice.script import Breath
from karani.practice.ways import seconds_of


def write_breathing(score: Score, segment: Segment, pose: Pose, protocol: Breathing, count_s: float) -> None:
    """Nothing at all where the hold has no room for it."""
    room_s = breath_room(pose, segment.hold_s)
    stages = list_stages(protocol, room_s, count_s)
    if protocol.stages and not stages:
        return
    if seconds_of(protocol.intro) + seconds_of(protocol.outro) > room_s:
        return
    for line in protocol.intro:
        score.say(line)
    write_breaths(score, stages, count_s)
    for line in protocol.outro:
        score.say(line)


def write_breaths(score: Score, stages: tuple[BreathStage, ...], count_s: float) -> None:
    """Breath 0 is shown, not counted; the others count to the end of the last stage."""
    breaths = [*stages[:1], *(stage for stage in stages for _ in range(stage.rounds))]
    for number, stage in enumerate(breaths):
        write_breath(score, stage, number, len(breaths) - 1, count_s)


def write_breath(score: Score, stage: BreathStage, number: int, of: int, count_s: float) -> None:
    inhale_s, exhale_s = rounded(stage.inhale * count_s), rounded(stage.exhale * count_s)
    score.breathe(Breath(score.clock_s, "in", inhale_s, round(stage.inhale), number, of))
    score.breathe(Breath(score.clock_s, "out", exhale_s, round(stage.exhale), number, of))
