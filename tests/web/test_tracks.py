"""Tracks on the disk, and the process that renders them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from karani.sound import Region, Track
from karani.web.track_files import find_track, forget_old_tracks, save_track
from karani.web.tracks import Tracks
from karani.web.whole_files import usable

TRACK = Track(
    b"sound",
    "audio/mpeg",
    300.0,
    320.0,
    (Region("way-out-1", 300.0, 310.0),),
    Region("bed", 310.0, 320.0),
    (),
)
DIGEST = "a" * 64

SERVE = """
import sys, time
from pathlib import Path
from karani.web.tracks import Tracks
if __name__ == "__main__":
    tracks = Tracks(Path(sys.argv[1]))
    tracks.warm()
    print(tracks.worker.executor.submit(__import__("os").getpid).result(), flush=True)
    time.sleep(60)
"""


def test_a_track_is_found_as_it_was_saved(tmp_path: Path) -> None:
    save_track(tmp_path, DIGEST, TRACK)
    found = find_track(tmp_path, DIGEST)
    assert found is not None
    assert found.audio.read_bytes() == b"sound"
    assert found.about["regions"] == [{"passage": "way-out-1", "start_s": 300.0, "end_s": 310.0}]
    assert "audio" not in found.about


def test_half_a_track_is_no_track(tmp_path: Path) -> None:
    save_track(tmp_path, DIGEST, TRACK)
    (tmp_path / f"{DIGEST}.mp3").unlink()
    assert find_track(tmp_path, DIGEST) is None


def test_only_the_newest_tracks_are_kept(tmp_path: Path) -> None:
    for age, letter in enumerate("abcd"):
        save_track(tmp_path, letter * 64, TRACK)
        os.utime(tmp_path / f"{letter * 64}.mp3", (1000 - age, 1000 - age))
    (tmp_path / "x.mp3.1.part").write_bytes(b"")
    os.utime(tmp_path / "x.mp3.1.part", (0, 0))
    forget_old_tracks(tmp_path, kept=2)
    assert sorted(file.name[0] for file in tmp_path.iterdir()) == ["a", "a", "b", "b"]


def test_a_track_that_is_used_is_not_among_the_oldest(tmp_path: Path) -> None:
    for letter in "ab":
        save_track(tmp_path, letter * 64, TRACK)
        os.utime(tmp_path / f"{letter * 64}.mp3", (1000, 1000))
    find_track(tmp_path, "a" * 64)
    forget_old_tracks(tmp_path, kept=1)
    assert find_track(tmp_path, "a" * 64) is not None


def test_where_the_folder_cannot_be_written_another_is_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    other = usable(tmp_path / "file" / "tracks")
    assert other.is_dir()
    assert tmp_path not in other.parents


def test_the_rendering_process_ends_with_the_server_however_that_ends(tmp_path: Path) -> None:
    script = tmp_path / "serve.py"
    script.write_text(SERVE)
    for end in (signal.SIGTERM, signal.SIGKILL):
        server = subprocess.Popen(
            [sys.executable, str(script), str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        server.send_signal(end)
        server.wait()
        assert is_gone_soon(worker)
        server.stdout.close()


def test_closing_ends_the_rendering_process_at_once(tmp_path: Path) -> None:
    tracks = Tracks(tmp_path)
    tracks.warm()
    assert tracks.worker is not None
    worker = tracks.worker.executor.submit(os.getpid).result()
    busy = tracks.worker.executor.submit(time.sleep, 60)
    tracks.close()
    assert is_gone_soon(worker)
    with pytest.raises(Exception, match="terminated abruptly"):
        busy.result(timeout=5)


def is_gone_soon(process: int, within_s: float = 5) -> bool:
    for _ in range(int(within_s / 0.05)):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
