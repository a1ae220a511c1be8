"""The main line while it is being written: a clock, what is heard, and whose way out holds from when."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from karani.library.pose import Line, Step
from karani.practice.script import Breath, Chime, Cue, Passage, WayOutSpan

CHIME_TEXTS: dict[Chime, str] = {
    "start": "The practice begins.",
    "two-minutes": "Two minutes are left here.",
    "end": "The practice is over.",
    "change-sides": "Change sides.",
}
MILLISECONDS = 3


@dataclass(slots=True)
class Score:
    clock_s: float = 0.0
    cues: list[Cue] = field(default_factory=list)
    breaths: list[Breath] = field(default_factory=list)
    marks: list[tuple[float, str]] = field(default_factory=list)

    def say(self, line: Line | Step) -> None:
        self.cues.append(Cue(self.clock_s, "speech", line.cue, line.seconds))
        self.wait(line.seconds)

    def chime(self, kind: Chime, seconds: float, text: str | None = None) -> None:
        self.cues.append(Cue(self.clock_s, "chime", text or CHIME_TEXTS[kind], seconds, kind))
        self.wait(seconds)

    def breathe(self, breath: Breath) -> None:
        self.breaths.append(breath)
        self.wait(breath.seconds)

    def wait(self, seconds: float) -> None:
        self.clock_s = rounded(self.clock_s + seconds)

    def wait_until(self, time_s: float) -> None:
        self.clock_s = rounded(max(self.clock_s, time_s))

    def fits(self, line: Line, until_s: float) -> bool:
        return self.clock_s + line.seconds <= until_s

    def mark(self, way_out: str) -> None:
        """From now on this is the way out."""
        if not self.marks or self.marks[-1][1] != way_out:
            self.marks.append((self.clock_s, way_out))

    def spans(self) -> tuple[WayOutSpan, ...]:
        """Without a gap from 0 to the end; a mark that was at once followed by another leaves none."""
        ends = [start for start, _ in self.marks[1:]] + [self.clock_s]
        return tuple(
            WayOutSpan(start, end, way_out)
            for (start, way_out), end in zip(self.marks, ends, strict=True)
            if end > start
        )


def passage(name: str, lines: Iterable[Line | Step]) -> Passage:
    score = Score()
    for line in lines:
        score.say(line)
    return Passage(name, tuple(score.cues), score.clock_s)


def rounded(seconds: float) -> float:
    return round(seconds, MILLISECONDS)
