"""The bundle: everything the player needs once a practice has begun, so that no server is needed after."""

from dataclasses import asdict
from typing import Any

from karani.library import Library
from karani.practice import Practice, Script, practice_to_dict, script_to_dict
from karani.sound import SILENT
from karani.storage import Wishes
from karani.web.figures.turn import turn_of
from karani.web.sounding import Sounding
from karani.web.track_files import TrackFile
from karani.web.voices import NATURAL_NAMES, Voices

VERSION = 1


def compose_bundle(
    practice_id: str,
    *,
    practice: Practice,
    script: Script,
    track: TrackFile,
    whole: bool,
    url: str,
    wishes: Wishes,
    voices: Voices,
    library: Library,
) -> dict[str, Any]:
    return {
        "version": VERSION,
        "id": practice_id,
        "title": practice.title,
        "need": practice.request.need,
        "practice": practice_to_dict(practice),
        "script": script_to_dict(script),
        "track": {"url": url, "digest": track.digest, "whole": whole, **track.about},
        "wishes": asdict(wishes),
        "voices": []
        if voices.missing
        else [{"slug": slug, "name": name} for slug, name in NATURAL_NAMES.items()],
        "figure_turn": turn_of(practice, library),
        "red_flags": [asdict(flag) for flag in library.red_flags],
    }


def track_url(practice_id: str, digest: str, wished: Sounding) -> str:
    """How it sounds stands in the address, so that a track that is no longer kept can be made again."""
    levels = wished.levels
    spoken = "" if wished.voice.slug == SILENT else f"&voice={wished.voice.slug}&speed={wished.voice.speed:g}"
    return f"/api/practices/{practice_id}/track/{digest}.mp3?tones={levels.tones}&bed={levels.bed}{spoken}"
