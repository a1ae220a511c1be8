"""The first words of a practice that is being looked at, spoken in advance: who then begins hardly waits.

Gently, and only until somebody really waits for a track. Runs in the rendering process.
"""

from contextlib import suppress

from karani.errors import ContentError
from karani.practice.script import Script
from karani.sound import VoiceWish
from karani.sound.parts import BOUNDS_S, list_until
from karani.speech.lexicon import read_lexicon
from karani.speech.model import VoiceMissing
from karani.speech.natural import NaturalVoice
from karani.web import track_worker


class NotMyTurn(Exception):  # noqa: N818 - nothing went wrong
    """Something else is wanted by now."""


def speak_first_words(script: Script, wish: VoiceWish, turn: int) -> None:
    def go_on(_done: int, _of: int) -> None:
        if track_worker.turn_now is not None and track_worker.turn_now.value != turn:
            raise NotMyTurn

    # Who begins is told what is missing; who only looks need not be.
    with suppress(NotMyTurn, VoiceMissing):
        voice = wish.open()
        if isinstance(voice, NaturalVoice):
            voice.prepare(list_until(script, BOUNDS_S[0]), go_on, gently=True)


def get_ready() -> None:
    """What speaking needs in any case."""
    with suppress(ContentError):
        read_lexicon()
