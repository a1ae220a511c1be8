"""Who can speak here: the natural voices where they are installed, else captions and tones."""

from dataclasses import dataclass
from pathlib import Path

from karani.sound import SILENT, VoiceWish, find_usual_voice
from karani.speech.model import find_voice, list_voices
from karani.storage.spoken_folder import spoken_folder

CAPTIONS, DEVICE = "captions", "device"
SILENT_NAMES = {CAPTIONS: "Tones and captions", DEVICE: "This device's own voice"}
NATURAL_NAMES = {voice.slug: f"{voice.name} voice" for voice in list_voices()}
NAMES = NATURAL_NAMES | SILENT_NAMES
"""Every answer to "Who says the lines"."""


@dataclass(frozen=True, slots=True)
class Voices:
    """`usual` speaks for who has not chosen; `missing` says why no natural voice can, or is empty."""

    usual: str
    missing: str
    folder: Path

    def choice(self, wished: str) -> str:
        """What is wished ("" for nothing yet), or captions where it cannot be had."""
        chosen = wished or (CAPTIONS if self.usual == SILENT else self.usual)
        return CAPTIONS if chosen in NATURAL_NAMES and self.missing else chosen

    def wish(self, wished: str, speed: float) -> VoiceWish:
        chosen = self.choice(wished)
        return VoiceWish(chosen if chosen in NATURAL_NAMES else SILENT, speed, self.folder)

    def naming(self) -> VoiceWish | None:
        """Who says a name: the usual voice; nobody where none is installed or wished."""
        return None if self.missing or self.usual == SILENT else self.wish(self.usual, 1.0)


def find_voices(usual: str | None = None) -> Voices:
    """With this usual voice, or the best that is installed. Errors: VoiceMissing for a voice that is not known."""
    best, missing = find_usual_voice()
    if usual is not None and usual != SILENT:
        find_voice(usual)
    return Voices(best if usual is None or missing else usual, missing, spoken_folder())
