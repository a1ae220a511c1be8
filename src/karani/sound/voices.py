"""Which voice speaks: one of the natural ones, or the silent one."""

from dataclasses import dataclass
from pathlib import Path

from karani.errors import SoundError
from karani.practice.script import Script
from karani.sound.parts import list_texts
from karani.sound.silent import SilentVoice
from karani.sound.voice import Samples, Voice
from karani.speech.model import VoiceMissing, check_installed, list_voices
from karani.speech.natural import FASTEST, SLOWEST, NaturalVoice, Progress, usual_speed

SILENT = "silent"


@dataclass(frozen=True, slots=True)
class VoiceWish:
    """Who speaks, how fast, and the folder for what was spoken; plain data, so that another process can take it."""

    slug: str
    speed: float
    folder: Path

    def open(self) -> Voice:
        """Errors: VoiceMissing, in one sentence; SoundError for a speed that no voice speaks at."""
        if not SLOWEST <= self.speed <= FASTEST:
            raise SoundError(f"The speed is {self.speed:g}; it goes from {SLOWEST} to {FASTEST}.")
        return SilentVoice() if self.slug == SILENT else NaturalVoice(self.slug, self.folder, self.speed)


def silent_wish() -> VoiceWish:
    return VoiceWish(SILENT, usual_speed(), Path())


def find_usual_voice() -> tuple[str, str]:
    """The slug of the voice for someone who has not chosen one, and "" or why it is the silent one."""
    first = list_voices()[0]
    try:
        check_installed(first)
    except VoiceMissing as missing:
        return SILENT, f"{missing} Tones and captions lead until then."
    return first.slug, ""


def speak_ahead(voice: Voice, script: Script, on_progress: Progress | None = None) -> None:
    """Let a natural voice speak all of a script beforehand, side by side, what is heard first at first."""
    if isinstance(voice, NaturalVoice):
        voice.prepare(list_texts(script), on_progress)


@dataclass(frozen=True, slots=True)
class KeptVoice:
    """A natural voice that says only what it has said before, and is silent elsewhere."""

    voice: NaturalVoice

    @property
    def name(self) -> str:
        return self.voice.name

    def speak(self, text: str) -> Samples:
        return self.voice.speak_kept(text)
