"""Which breath a hold gets, and how long it takes.

Four in and eight out, five times, is the exercise of the article that the project starts from; first-timers climb to
it, rung by rung, as far as the hold has room. Nothing is ever held. Who is pregnant or short of breath gets the gentle
count, who feels worse from watching the breath gets none.
"""

from collections.abc import Iterator

from karani.library.pose import Pose
from karani.library.vocabulary import Breathing, BreathStage
from karani.practice.order import steps_of
from karani.practice.signals import tail_seconds
from karani.practice.situation import Situation
from karani.practice.ways import seconds_of

NATURAL, FOUR_EIGHT, LADDER, GENTLE = "natural", "four-eight", "ladder", "gentle"
GENTLE_FOR = frozenset(("pregnancy-t1", "pregnancy-t2", "pregnancy-t3", "lung-disease"))
NATURAL_FOR = frozenset(("panic-ptsd",))


def choose_breath(pose: Pose, role: str, hold_s: float, situation: Situation) -> str:
    """Only the main pose is paced, once, and only where its hold has room for it."""
    if role != "main":
        return NATURAL
    wanted = wanted_breath(pose, situation)
    protocol = situation.library.breathings[wanted]
    stages = list_stages(protocol, breath_room(pose, hold_s), situation.request.count_s)
    return wanted if stages else NATURAL


def wanted_breath(pose: Pose, situation: Situation) -> str:
    request = situation.request
    wish = request.breath or (situation.need.breath if pose.breath != NATURAL else NATURAL)
    if wish == NATURAL or situation.conditions & NATURAL_FOR:
        return NATURAL
    if situation.conditions & GENTLE_FOR:
        return GENTLE
    if request.first_time and wish == FOUR_EIGHT and request.breath is None:
        return LADDER
    return wish


def breath_room(pose: Pose, hold_s: float) -> float:
    """Seconds between the settling and the first signal of the end."""
    return hold_s - seconds_of(steps_of(pose).settle) - tail_seconds(hold_s)


def list_stages(protocol: Breathing, room_s: float, count_s: float) -> tuple[BreathStage, ...]:
    """The stages that fit, words included. A protocol of one stage is given whole; each rung of a ladder is an end."""
    room_s -= seconds_of(protocol.intro) + seconds_of(protocol.outro)
    fitting = tuple(take_while_room(protocol.stages, room_s, count_s))
    return fitting if len(fitting) > 1 or fitting == protocol.stages else ()


def take_while_room(stages: tuple[BreathStage, ...], room_s: float, count_s: float) -> Iterator[BreathStage]:
    """The first breath is shown and not counted, so the first stage takes one breath more."""
    for index, stage in enumerate(stages):
        room_s -= stage_seconds(stage, stage.rounds + (1 if index == 0 else 0), count_s)
        if room_s < 0:
            return
        yield stage


def stage_seconds(stage: BreathStage, breaths: int, count_s: float) -> float:
    return (stage.inhale + stage.exhale) * count_s * breaths
