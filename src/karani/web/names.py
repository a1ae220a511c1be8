"""A Sanskrit name, spoken once and kept. Runs in the rendering process."""

import hashlib
from pathlib import Path

from karani.sound import VoiceWish
from karani.sound.clip import make_clip
from karani.speech.natural import NaturalVoice
from karani.web.whole_files import write_whole

FOLDER = "names"


def name_file(folder: Path, sanskrit_name: str, wish: VoiceWish, digest_of_sound: str) -> Path:
    made_of = "\0".join((sanskrit_name, wish.slug, f"{wish.speed:g}", digest_of_sound))
    return folder / FOLDER / f"{hashlib.sha256(made_of.encode()).hexdigest()}.mp3"


def render_name(file: Path, sanskrit_name: str, wish: VoiceWish) -> None:
    samples = NaturalVoice(wish.slug, wish.folder, wish.speed).speak_name(sanskrit_name)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, make_clip(samples))
