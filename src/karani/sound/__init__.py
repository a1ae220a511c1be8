"""Sound: a script and a voice to one audio track."""

from karani.sound.levels import Levels
from karani.sound.render import render
from karani.sound.silent import SilentVoice
from karani.sound.track import Region, Spoken, Track
from karani.sound.voice import Voice

__all__ = ["Levels", "Region", "SilentVoice", "Spoken", "Track", "Voice", "render"]
