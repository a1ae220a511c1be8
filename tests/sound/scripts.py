"""Small scripts to render, and how their tracks are listened to."""

import io

import numpy as np
import soundfile
from numpy.typing import NDArray

from karani.practice.script import Breath, Chime, Cue, PainAnswer, Passage, Script, WayOut
from karani.sound import Track
from karani.sound.rate import SAMPLE_RATE

Heard = NDArray[np.float64]


def chime_cue(at_s: float, name: Chime, seconds: float = 4.0) -> Cue:
    return Cue(at_s, "chime", "A chime.", seconds, name)


def paced_breaths(at_s: float, of: int = 5) -> tuple[Breath, ...]:
    """Four counts in and eight out, the first one shown and not counted."""
    halves = []
    for number in range(of + 1):
        start_s = at_s + 12 * number
        halves.append(Breath(start_s, "in", 4.0, 4, number, of))
        halves.append(Breath(start_s + 4, "out", 8.0, 8, number, of))
    return tuple(halves)


def passage(name: str, seconds: float = 12.0, *cues: Cue) -> Passage:
    return Passage(name, cues or (Cue(0.0, "speech", f"Bend your knees, {name}.", 6.0),), seconds)


def small_script(
    total_s: float = 150.0,
    cues: tuple[Cue, ...] = (
        chime_cue(2.0, "start"),
        Cue(6.5, "speech", "Let the legs rest.", 8.0),
        chime_cue(110.0, "change-sides"),
        chime_cue(120.0, "two-minutes"),
        chime_cue(140.0, "end", 10.0),
    ),
    breaths: tuple[Breath, ...] = paced_breaths(30.0),
) -> Script:
    return Script(
        title="Twenty minutes to calm down",
        total_s=total_s,
        get_ready_s=10.0,
        cues=cues,
        breaths=breaths,
        segments=(),
        way_outs=(WayOut("out-1", passage("out-1"), "Resting on your side."),),
        way_out_spans=(),
        side_rest=passage("side-rest", 40.0),
        closing=passage("closing", 20.0),
        pain_answers=(
            PainAnswer("back", "Back", red_flag=False, red_flag_text="", first_words=passage("back")),
        ),
        continuations=(),
        offers=(),
    )


def listen(track: Track) -> Heard:
    """Every sample of the track, as a player decodes it."""
    heard, rate = soundfile.read(io.BytesIO(track.audio))
    assert rate == SAMPLE_RATE
    return np.asarray(heard)


def between(heard: Heard, start_s: float, end_s: float) -> Heard:
    return heard[round(start_s * SAMPLE_RATE) : round(end_s * SAMPLE_RATE)]


def dbfs(heard: Heard) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(heard**2))))


def peak_dbfs(heard: Heard) -> float:
    return float(20 * np.log10(np.max(np.abs(heard))))
