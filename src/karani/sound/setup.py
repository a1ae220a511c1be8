"""When Karani is set up: the voice model made ready, and what every practice says spoken once. `python -m karani.sound.setup FOLDER`.

Without the voice's parts nothing is made, and Karani leads with tones and captions.
"""

import sys
from functools import reduce
from pathlib import Path

from karani.library import Library, read_library
from karani.practice import Request, plan, write_script
from karani.sound.parts import list_texts
from karani.sound.voices import find_usual_voice
from karani.speech.cache import SPOKEN_AT_SETUP
from karani.speech.model import VoiceMissing, find_rewritten
from karani.speech.natural import NaturalVoice
from karani.speech.sentences import split_sentences

MINUTES = 20


def set_up_voice(folder: Path) -> None:
    slug, missing = find_usual_voice()
    if missing:
        raise VoiceMissing(missing)
    forget_other_models(find_rewritten(folder))
    NaturalVoice(slug, folder / SPOKEN_AT_SETUP).prepare(list_shared(read_library()))


def forget_other_models(kept: Path) -> None:
    for model in kept.parent.glob("model-*.onnx"):
        if model != kept:
            model.unlink()


def list_shared(library: Library) -> list[str]:
    """The sentences that a practice for any need says, in the order of one of them."""
    practices = [sentences_for(need.slug, library) for need in library.needs.values() if need.main]
    shared = reduce(set.intersection, map(set, practices))
    return [sentence for sentence in practices[0] if sentence in shared]


def sentences_for(need: str, library: Library) -> list[str]:
    props = frozenset(prop.slug for prop in library.props.values() if prop.usual)
    script = write_script(plan(Request(need, MINUTES, props=props), library), library)
    return [sentence for text in list_texts(script) for sentence in split_sentences(text)]


if __name__ == "__main__":
    try:
        set_up_voice(Path(sys.argv[1]))
    except VoiceMissing as sentence:
        raise SystemExit(str(sentence)) from None
