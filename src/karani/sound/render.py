"""A script and a voice to one track."""

import numpy as np
from numpy.typing import NDArray

from karani.errors import SoundError
from karani.practice.script import Breath, Cue, Script
from karani.sound.breath_tone import breath_tone
from karani.sound.chime import chime
from karani.sound.extra_words import list_extra_words
from karani.sound.levels import Levels
from karani.sound.mix import Sound, mix
from karani.sound.rate import SAMPLE_RATE, to_samples, to_seconds
from karani.sound.tag import write_tag
from karani.sound.timeline import PlacedCue, lay_out
from karani.sound.tone import cut
from karani.sound.track import Spoken, Track
from karani.sound.voice import Samples, Voice

MP3 = "audio/mpeg"
MEANT = Levels()
TOLERANCE_S = 0.001  # of rounding to samples
CUT_S = 0.5  # in which a chime fades where the next piece leaves it no room to ring out


def render(script: Script, voice: Voice, levels: Levels = MEANT) -> Track:
    """One MP3 with chapters: the main line from 0, its passages behind it, a bed under all (16 kHz, mono, constant rate).

    What is heard at second t of the decoded file belongs to second t of the track, to the sample. The same script,
    voice and levels give the same bytes.

    SoundError: a cue takes the voice longer than its place lasts.
    """
    timeline = lay_out(script)
    spoken = [(placed, speak(placed.cue, voice)) for placed in timeline.cues if placed.cue.kind == "speech"]
    words = ((place_word(word), speak(word, voice)) for word in list_extra_words(script))
    spoken += [(placed, samples) for placed, samples in words if len(samples)]
    # Two passages may lie at one place; there their words sound once.
    sounds = list({placed.at_s: _words(placed, samples) for placed, samples in spoken}.values())
    if levels.tone_gain:
        sounds += [sound for placed in timeline.cues for sound in _chime(placed, levels.tone_gain)]
        sounds += [_breath(breath, levels.tone_gain) for breath in script.breaths]
    total_s = to_seconds(timeline.frames)
    return Track(
        audio=write_tag(script, total_s) + mix(_audible(sounds), timeline.frames, levels.bed_dbfs).tobytes(),
        media_type=MP3,
        main_s=script.total_s,
        total_s=total_s,
        regions=timeline.regions,
        bed=timeline.bed,
        spoken=tuple(sorted((_times(*each) for each in spoken), key=lambda said: said.start_s)),
    )


def place_word(word: Cue) -> PlacedCue:
    return PlacedCue(word, None, word.at_s, word.at_s + word.seconds)


def speak(cue: Cue, voice: Voice) -> Samples:
    """The samples of a cue; SoundError when its place is too short for them."""
    samples = voice.speak(cue.text)
    needed_s = len(samples) / SAMPLE_RATE
    if needed_s > cue.seconds + TOLERANCE_S:
        raise SoundError(
            f"The cue {cue.text!r} takes the voice {voice.name} {needed_s:.1f} s and has {cue.seconds:.1f} s; "
            "give it more seconds or fewer words."
        )
    return samples


def _words(placed: PlacedCue, samples: Samples) -> Sound:
    return Sound(to_samples(placed.at_s), samples)


def _audible(sounds: list[Sound]) -> list[Sound]:
    return [sound for sound in sounds if len(sound.samples)]


def _chime(placed: PlacedCue, gain: float) -> list[Sound]:
    if placed.cue.chime is None:
        return []
    room = to_samples(placed.piece_end_s - placed.at_s)
    wave = cut(chime(placed.cue.chime), room, CUT_S)
    return [Sound(to_samples(placed.at_s), _samples(wave, gain))]


def _breath(breath: Breath, gain: float) -> Sound:
    return Sound(to_samples(breath.at_s), _samples(breath_tone(breath), gain))


def _samples(wave: NDArray[np.float64], gain: float) -> Samples:
    return np.asarray(gain * wave, dtype=np.float32)


def _times(placed: PlacedCue, samples: Samples) -> Spoken:
    """When it sounds; words that are only shown have their place as their time."""
    seconds = len(samples) / SAMPLE_RATE or placed.cue.seconds
    return Spoken(placed.cue.text, placed.passage, placed.at_s, placed.at_s + seconds)
