"""A voice: words to samples."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class Voice(Protocol):
    """What a track is spoken with. The same text must always give the same samples.

    How fast it speaks, how loud, and whether it keeps what it said before is the voice's own affair.
    """

    @property
    def name(self) -> str:
        """What a person calls it."""
        ...

    def speak(self, text: str) -> Samples:
        """Mono samples between -1 and 1 at `rate.SAMPLE_RATE`; none when nothing is to be heard."""
        ...
