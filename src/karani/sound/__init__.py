"""Sound: a script and a voice to one audio track."""

from karani.sound.levels import Levels
from karani.sound.render import render
from karani.sound.silent import SilentVoice
from karani.sound.track import Region, Spoken, Track
from karani.sound.voice import Voice
from karani.sound.voices import SILENT, VoiceWish, find_usual_voice, silent_wish, speak_ahead

__all__ = [
    "SILENT",
    "Levels",
    "Region",
    "SilentVoice",
    "Spoken",
    "Track",
    "Voice",
    "VoiceWish",
    "find_usual_voice",
    "render",
    "silent_wish",
    "speak_ahead",
]
