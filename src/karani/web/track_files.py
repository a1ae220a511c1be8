"""A track as two files: the sound, and what a player must know of it. Runs in the rendering process too."""

import contextlib
import json
import os
import re
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from karani.sound import Track
from karani.web.whole_files import write_whole

KEPT = 40
"""The newest tracks; each is about four megabytes."""
DAY_S = 24 * 3600
DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class TrackFile:
    """`about` is the track without its sound: media_type, main_s, total_s, regions, bed, spoken."""

    digest: str
    audio: Path
    about: dict[str, Any]


def save_track(folder: Path, digest: str, track: Track) -> None:
    about = asdict(track)
    write_whole(folder / f"{digest}.mp3", about.pop("audio"))
    # The description comes last: where it stands, the sound is complete.
    write_whole(folder / f"{digest}.json", json.dumps(about, ensure_ascii=False).encode())


def find_track(folder: Path, digest: str) -> TrackFile | None:
    """None when it is not kept, or when its files were damaged."""
    if not DIGEST.fullmatch(digest):
        return None
    audio, about = folder / f"{digest}.mp3", folder / f"{digest}.json"
    try:
        described = json.loads(about.read_bytes())
        os.utime(audio)  # used: it is not among the oldest any more
    except (OSError, ValueError):
        return None
    return TrackFile(digest, audio, described)


def forget_old_tracks(folder: Path, kept: int = KEPT) -> None:
    """Keep the newest; drafts of a process that was stopped in the middle go too."""
    yesterday = time.time() - DAY_S
    for draft in (*folder.glob("*.part"), *folder.glob("*.progress")):
        if draft.stat().st_mtime < yesterday:
            draft.unlink(missing_ok=True)
    newest_first = sorted(folder.glob("*.mp3"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in newest_first[kept:]:
        with contextlib.suppress(OSError):
            file.with_suffix(".json").unlink(missing_ok=True)
            file.unlink()
