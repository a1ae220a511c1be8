"""The steps of a guide, numbered through in, stay and out."""

from collections.abc import Iterable
from dataclasses import dataclass

from karani.guide.guide import GuideStep
from karani.library import Library
from karani.library.pose import Line, Step, Steps


@dataclass(frozen=True, slots=True)
class NumberedSteps:
    enter: tuple[GuideStep, ...] = ()
    stay: tuple[GuideStep, ...] = ()
    exit: tuple[GuideStep, ...] = ()


def number_steps(steps: Steps | None, library: Library) -> NumberedSteps:
    if steps is None:
        return NumberedSteps()
    staying = (*steps.settle, *steps.quiet, *steps.change_sides)
    before_stay, before_exit = len(steps.enter), len(steps.enter) + len(staying)
    return NumberedSteps(
        enter=number(steps.enter, 0, library),
        stay=number(staying, before_stay, library),
        exit=number(steps.exit, before_exit, library),
    )


def number(lines: Iterable[Step | Line], before: int, library: Library) -> tuple[GuideStep, ...]:
    return tuple(
        GuideStep(count, line.cue, line.seconds, place_of(line, library))
        for count, line in enumerate(lines, start=before + 1)
    )


def place_of(line: Step | Line, library: Library) -> str:
    return library.places[line.place].name if isinstance(line, Step) else ""
