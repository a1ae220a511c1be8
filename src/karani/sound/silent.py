"""The voice that says nothing: tones lead, captions show the words."""

import numpy as np

from karani.sound.voice import Samples


class SilentVoice:
    name = "silent"

    def speak(self, text: str) -> Samples:  # noqa: ARG002 - every voice is asked with the words
        return np.zeros(0, dtype=np.float32)
