"""The bundle: everything the player needs once a practice has begun, so that no server is needed after."""

from dataclasses import asdict
from typing import Any

from karani.library import Library
from karani.practice import Practice, Script, practice_to_dict, script_to_dict
from karani.sound import Levels
from karani.storage import Wishes
from karani.web.track_files import TrackFile

VERSION = 1


def compose_bundle(
    practice_id: str,
    *,
    practice: Practice,
    script: Script,
    track: TrackFile,
    url: str,
    wishes: Wishes,
    library: Library,
) -> dict[str, Any]:
    return {
        "version": VERSION,
        "id": practice_id,
        "title": practice.title,
        "need": practice.request.need,
        "practice": practice_to_dict(practice),
        "script": script_to_dict(script),
        "track": {"url": url, **track.about},
        "wishes": asdict(wishes),
        "red_flags": [asdict(flag) for flag in library.red_flags],
    }


def track_url(practice_id: str, digest: str, levels: Levels) -> str:
    """The levels stand in the address, so that a track that is no longer kept can be made again."""
    return f"/api/practices/{practice_id}/track/{digest}.mp3?tones={levels.tones}&bed={levels.bed}"
