"""Reading a breathing protocol."""

from collections.abc import Callable

from karani.library.fields import Fields
from karani.library.read_steps import read_line
from karani.library.vocabulary import Breathing, BreathStage

MOST_COUNTS = 12
MOST_ROUNDS = 60


def breathing_reader(slug: str) -> Callable[[Fields], Breathing]:
    def read(fields: Fields) -> Breathing:
        return Breathing(
            slug=slug,
            name=fields.text("name"),
            sentence=fields.text("sentence"),
            stages=fields.each("stages", read_stage),
            intro=fields.each("intro", read_line),
            outro=fields.each("outro", read_line),
        )

    return read


def read_stage(fields: Fields) -> BreathStage:
    return BreathStage(
        inhale=fields.number("inhale", 1, MOST_COUNTS),
        exhale=fields.number("exhale", 1, MOST_COUNTS),
        rounds=fields.whole("rounds", 1, MOST_ROUNDS),
    )
