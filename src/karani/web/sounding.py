"""How a track is to sound: as asked for in an address, else as the person wishes."""

from dataclasses import dataclass, replace
from typing import TypeVar

from karani.sound import Levels, VoiceWish
from karani.storage import Wishes
from karani.web.voices import Voices


@dataclass(frozen=True, slots=True)
class Asked:
    """None where nothing was asked."""

    tones: int | None = None
    bed: int | None = None
    voice: str | None = None
    speed: float | None = None


@dataclass(frozen=True, slots=True)
class Sounding:
    """`choice` is what the player is told: a natural voice, captions or device."""

    levels: Levels
    voice: VoiceWish
    choice: str

    def shown_in(self, wishes: Wishes) -> Wishes:
        return replace(wishes, voice=self.choice, speed=self.voice.speed)


def sounding_for(asked: Asked, wishes: Wishes, voices: Voices) -> Sounding:
    levels = Levels(or_else(asked.tones, wishes.tones), or_else(asked.bed, wishes.bed))
    wished, speed = or_else(asked.voice, wishes.voice), or_else(asked.speed, wishes.speed)
    return Sounding(levels, voices.wish(wished, speed), voices.choice(wished))


Value = TypeVar("Value")


def or_else(asked: Value | None, wished: Value) -> Value:
    return wished if asked is None else asked
