"""A browser that jumps to a passage must land on its first words: "this hurts" depends on it."""

import base64
import os
import shutil
from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Page, sync_playwright

from karani.practice.script import Cue
from karani.sound import Region, Track, render
from karani.sound.rate import SAMPLE_RATE
from karani.sound.voice import Samples
from tests.sound.scripts import Heard, listen, paced_breaths, small_script

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--autoplay-policy=no-user-gesture-required", "--no-sandbox"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium is installed; seeking is not tried"
    ),
]

LISTEN = """async ([track, at]) => {
  const bytes = Uint8Array.from(atob(track), letter => letter.charCodeAt(0));
  const audio = new Audio(URL.createObjectURL(new Blob([bytes], {type: "audio/mpeg"})));
  await new Promise(ready => { audio.onloadedmetadata = ready; });
  const context = new AudioContext({sampleRate: 16000});
  const ear = context.createScriptProcessor(1024, 1, 1);
  const heard = [];
  ear.onaudioprocess = event => { if (!audio.paused) heard.push(...event.inputBuffer.getChannelData(0)); };
  context.createMediaElementSource(audio).connect(ear);
  ear.connect(context.destination);
  audio.currentTime = at;
  await new Promise(done => { audio.onseeked = done; });
  await audio.play();
  await new Promise(done => setTimeout(done, 1200));
  audio.pause();
  return [audio.duration, heard];
}"""


class RushingVoice:
    """Says every text as noise of its own, so that what is heard can be found again in the track."""

    name = "rushing"

    def speak(self, text: str) -> Samples:
        chance = np.random.default_rng(list(text.encode()))
        noise = np.convolve(chance.standard_normal(4 * SAMPLE_RATE), np.ones(8) / 8, "same")
        return np.asarray(0.15 * noise, dtype=np.float32)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page()
        browser.close()


@pytest.fixture(scope="module")
def track() -> Track:
    """Nine minutes of quiet and loud in turn: where the length of frames would vary most."""
    cues = tuple(Cue(at_s, "speech", f"At {at_s:.0f}.", 8.0) for at_s in np.arange(60.0, 540.0, 37.0))
    script = small_script(total_s=540.0, cues=cues, breaths=paced_breaths(450.0))
    return render(script, RushingVoice())


@pytest.mark.parametrize("number", [0, 2, 3])
def test_a_browser_lands_on_the_first_word_of_a_passage(page: Page, track: Track, number: int) -> None:
    region = track.regions[number]
    duration_s, heard = page.evaluate(LISTEN, [base64.b64encode(track.audio).decode(), region.start_s])
    assert duration_s == pytest.approx(track.total_s, abs=0.03)
    assert begins_at_s(np.array(heard), listen(track), region) == pytest.approx(region.start_s, abs=0.1)


def begins_at_s(heard: Heard, whole: Heard, region: Region) -> float:
    """The second of the track at which what was heard begins, found by its likeness around the region."""
    loud = int(np.argmax(np.abs(heard) > 0.02)) + 1600
    sample = heard[loud : loud + 6000]
    start = int((region.start_s - 10) * SAMPLE_RATE)
    around = whole[start : start + 25 * SAMPLE_RATE]
    size = 1 << len(around).bit_length()
    likeness = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(sample, size)))
    return (start + int(np.argmax(likeness)) - loud) / SAMPLE_RATE
