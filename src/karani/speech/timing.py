"""How long a voice takes for a line, to a quarter of a second and never less: from the part of its model that decides it.

The model first gives each sound a number of frames, then makes the samples, which takes forty times as long.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from karani.speech.graph import DURATIONS
from karani.speech.lexicon import read_lexicon
from karani.speech.model import find_rewritten, open_session, read_style, to_inputs
from karani.speech.natural import BETWEEN_SENTENCES_S, list_sounds

FRAME_S = 0.025
SILENT_AT_END = 2  # the full stop and the end mark; at the start it is one


@dataclass(slots=True)
class Timing:
    """One of the voices; `folder` keeps the part of the model."""

    voice: str
    folder: Path
    session: Any = field(init=False)

    def __post_init__(self) -> None:
        self.session = open_session(find_part_for_timing(self.folder))

    def measure(self, text: str, speed: float) -> float:
        """Seconds; the spoken line is 0.05 to 0.28 s shorter for each sentence."""
        sentences = list_sounds(text, read_lexicon())
        spoken_s = sum(self._measure_sentence(sounds, speed) for sounds in sentences)
        return spoken_s + BETWEEN_SENTENCES_S * max(0, len(sentences) - 1)

    def _measure_sentence(self, sounds: str, speed: float) -> float:
        (frames,) = self.session.run([DURATIONS], to_inputs(sounds, read_style(self.voice), speed))
        return float(np.sum(np.ravel(frames)[1:-SILENT_AT_END])) * FRAME_S


def find_part_for_timing(folder: Path) -> Path:
    """Cut out of the model once and kept."""
    model = find_rewritten(folder)
    path = folder / f"timing-{model.stem}.onnx"
    if not path.exists():
        from onnx.utils import extract_model  # noqa: PLC0415 - slow to import, and needed once

        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f".{os.getpid()}-{path.name}"
        extract_model(str(model), str(draft), ["tokens", "style", "speed"], [DURATIONS], check_model=False)
        draft.replace(path)
    return path
