"""How long a line takes to say, judged from its sounds without saying it; never shorter than it is.

    seconds = OPENING_S + SOUND_S * sounds + COMMA_S * commas + MARGIN_S        at speed 0.85, for each sentence

Fitted by least squares to the 609 sentences of the content as the first voice says them (standard deviation 0.15 s); the
margin is the largest difference that was found, 0.54 s. `karani check --voice` asks the voice itself instead.
"""

from karani.speech.lexicon import Lexicon
from karani.speech.natural import BETWEEN_SENTENCES_S
from karani.speech.pronounce import STRESS_MARKS, pronounce
from karani.speech.sentences import split_sentences

OPENING_S = 0.292
SOUND_S = 0.0572
COMMA_S = 0.175
MARGIN_S = 0.54
FITTED_SPEED = 0.85


def judge_seconds(text: str, lexicon: Lexicon, speed: float = FITTED_SPEED) -> float:
    sentences = [pronounce(sentence, lexicon) for sentence in split_sentences(text)]
    spoken_s = sum(judge_sentence(sounds) for sounds in sentences) * FITTED_SPEED / speed
    return spoken_s + BETWEEN_SENTENCES_S * (len(sentences) - 1)


def judge_sentence(sounds: str) -> float:
    count = sum(sound not in STRESS_MARKS for sound in sounds)
    return OPENING_S + SOUND_S * count + COMMA_S * sounds.count(",") + MARGIN_S
