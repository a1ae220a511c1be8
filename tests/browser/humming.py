"""Karani with a voice that hums instead of speaking: `python tests/browser/humming.py serve ...`.

It hums what a practice needs first, then waits until the file `go` lies in KARANI_HUMMING, or stops for good when `stop` does.
Each process that renders reads this file anew, so all of them hum.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from karani.speech import cache, natural
from karani.speech.cache import save_spoken
from karani.speech.model import RATE, VoiceMissing
from karani.speech.speaking import Job
from karani.web.making import read_progress

FOLDER = Path(os.environ["KARANI_HUMMING"])
HUM_S = 1.0
LOOK_EVERY_S = 0.05


def hum(jobs: Sequence[Job], on_done: Callable[[Job], None], *, gently: bool = False) -> None:  # noqa: ARG001 - as the voice is asked
    for job in jobs:
        wait_if_one_may_begin()
        wave = 0.2 * np.sin(2 * np.pi * 300 * np.arange(int(HUM_S * RATE)) / RATE)
        save_spoken(job.folder, job.name, wave.astype(np.float32), RATE)
        on_done(job)
        for part in threading.enumerate():
            if "_render" in part.name:
                part.join()


def wait_if_one_may_begin() -> None:
    while may_begin() and not (FOLDER / "go").exists():
        if (FOLDER / "stop").exists():
            raise VoiceMissing("The voice has lost its breath.")
        time.sleep(LOOK_EVERY_S)


def may_begin() -> bool:
    files = (FOLDER / "cache" / "karani" / "tracks").glob("*.progress")
    return any(read_progress(file.parent, file.stem).first for file in files)


setattr(natural, "speak_side_by_side", hum)  # noqa: B010 - in place of what it imports
setattr(natural, "check_installed", lambda _: None)  # noqa: B010 - a hum needs no parts
setattr(cache, "VOICES_FOLDER", FOLDER / "no-voices")  # noqa: B010 - nothing was spoken at set-up

if __name__ == "__main__":
    from karani.cli.main import main

    sys.exit(main())
