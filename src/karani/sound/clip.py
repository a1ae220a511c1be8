"""A few spoken words as an MP3 of their own."""

from io import BytesIO

import numpy as np
import soundfile

from karani.sound.rate import SAMPLE_RATE
from karani.sound.voice import Samples

QUIET_S = 0.15  # before and after, so that no player swallows the first sound


def make_clip(samples: Samples) -> bytes:
    quiet = np.zeros(round(QUIET_S * SAMPLE_RATE), dtype=np.float32)
    stream = BytesIO()
    soundfile.write(stream, np.concatenate([quiet, samples, quiet]), SAMPLE_RATE, format="MP3")
    return stream.getvalue()
