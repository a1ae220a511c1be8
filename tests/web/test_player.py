"""The player's page, its bundle and its track."""

import asyncio
import io
import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest
import soundfile

from karani.errors import SoundError
from karani.practice import write_script
from karani.sound import Levels
from karani.storage import Storage
from karani.web.services import Services
from karani.web.tracks import Tracks
from tests.web.browser import Browser

KEYS = {"version", "id", "title", "need", "practice", "script", "track", "wishes", "red_flags"}


def services(browser: Browser) -> Services:
    found: Services = browser.app.state.services
    return found


def test_the_bundle_holds_all_that_a_practice_needs_once_it_has_begun(asha: Browser) -> None:
    practice_id = asha.plan("low-back", 5)
    bundle = asha.bundle(practice_id)
    assert set(bundle) >= KEYS
    assert bundle["id"] == practice_id
    assert bundle["need"] == "low-back"
    assert bundle["track"]["main_s"] == pytest.approx(300, abs=5)
    regions = {region["passage"] for region in bundle["track"]["regions"]}
    assert {way_out["passage"]["id"] for way_out in bundle["script"]["way_outs"]} <= regions
    assert bundle["script"]["side_rest"]["id"] in regions
    assert {flag["urgency"] for flag in bundle["red_flags"]} == {"emergency", "today", "come-out"}
    assert bundle["wishes"]["voice"] == "captions"


def test_every_second_of_the_bundle_has_its_way_out(asha: Browser) -> None:
    script = asha.bundle(asha.plan("low-back", 5))["script"]
    spans = sorted((span["start_s"], span["end_s"]) for span in script["way_out_spans"])
    assert spans[0][0] == 0
    assert spans[-1][1] >= script["total_s"]
    assert all(earlier[1] == later[0] for earlier, later in pairwise(spans))


def test_the_track_is_the_sound_that_the_bundle_speaks_of(asha: Browser) -> None:
    track = asha.bundle(asha.plan("low-back", 5))["track"]
    answer = asha.get(track["url"])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == track["media_type"] == "audio/mpeg"
    assert "immutable" in answer.headers["cache-control"]
    assert "content-encoding" not in answer.headers
    heard, rate = soundfile.read(io.BytesIO(answer.content))
    assert len(heard) / rate == pytest.approx(track["total_s"], abs=0.1)


def test_a_range_of_the_track_is_answered_alone(asha: Browser) -> None:
    url = asha.bundle(asha.plan("low-back", 5))["track"]["url"]
    whole = asha.get(url).content
    part = asha.get(url, {"Range": "bytes=100-199"})
    assert part.status_code == 206
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole)}"
    assert part.content == whole[100:200]
    assert asha.get(url, {"Range": "bytes=-50"}).content == whole[-50:]
    assert asha.get(url, {"Range": f"bytes={len(whole)}-"}).status_code == 416


def test_other_levels_make_another_track(asha: Browser) -> None:
    practice_id = asha.plan("low-back", 5)
    loud = asha.get(f"/api/practices/{practice_id}/bundle?tones=90&bed=0").json()["track"]["url"]
    usual = asha.bundle(practice_id)["track"]["url"]
    assert loud != usual
    assert asha.get(loud).content != asha.get(usual).content


def test_levels_that_cannot_be_are_answered_with_a_sentence(asha: Browser) -> None:
    practice_id = asha.plan("low-back", 5)
    for levels in ("tones=101", "bed=-1", "tones=loud"):
        answer = asha.get(f"/api/practices/{practice_id}/bundle?{levels}")
        assert answer.status_code == 422
        assert re.match(r"(tones|bed): .*\.", answer.json()["error"])


def test_a_track_that_is_no_longer_kept_is_rendered_again(asha: Browser, tracks: Tracks) -> None:
    url = asha.bundle(asha.plan("low-back", 5))["track"]["url"]
    before = asha.get(url).content
    for file in tracks.folder.iterdir():
        file.unlink()
    assert asha.get(url).content == before


def test_a_damaged_track_is_rendered_again(asha: Browser, tracks: Tracks) -> None:
    practice_id = asha.plan("low-back", 5)
    url = asha.bundle(practice_id)["track"]["url"]
    for file in tracks.folder.glob("*.json"):
        file.write_text("{")
    assert asha.bundle(practice_id)["track"]["url"] == url


@pytest.mark.parametrize("digest", ["0" * 64, "..%2f..%2fkarani", "x", "0" * 63])
def test_a_track_that_never_was_is_not_found(asha: Browser, digest: str) -> None:
    practice_id = asha.plan("low-back", 5)
    answer = asha.get(f"/api/practices/{practice_id}/track/{digest}.mp3")
    assert answer.status_code == 404
    assert set(answer.json()) == {"error"}


def test_a_bundle_of_nothing_is_not_found(asha: Browser) -> None:
    answer = asha.get(f"/api/practices/{uuid4()}/bundle")
    assert answer.status_code == 404
    assert answer.json()["error"].endswith(".")


def test_those_who_ask_for_the_same_track_at_once_share_one_job(
    asha: Browser, storage: Storage, tmp_path: Path
) -> None:
    practice = storage.find_practice(asha.plan("low-back", 5))
    assert practice is not None
    tracks = Tracks(tmp_path)
    script = write_script(practice, services(asha).library)
    digest = tracks.digest(script, Levels())
    with ThreadPoolExecutor(4) as pool:
        jobs = set(pool.map(lambda _: tracks._job(digest, script, Levels()), range(4)))  # noqa: SLF001 - four at once, from inside
    assert len(jobs) == 1
    jobs.pop().result(timeout=60)
    tracks.close()
    assert tracks.find(digest) is not None
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".json", ".mp3"]


def test_a_rendering_process_that_dies_is_told_and_replaced(
    asha: Browser, storage: Storage, tmp_path: Path
) -> None:
    practice = storage.find_practice(asha.plan("low-back", 5))
    assert practice is not None
    script = write_script(practice, services(asha).library)
    tracks = Tracks(tmp_path)
    tracks.warm()
    assert tracks.worker is not None
    tracks.worker.executor.submit(os._exit, 1)
    with pytest.raises(SoundError, match="begin once more"):
        asyncio.run(tracks.prepare(script, Levels()))
    assert asyncio.run(tracks.prepare(script, Levels())).audio.exists()
    tracks.close()


def test_without_script_the_page_holds_every_word_and_the_sound(asha: Browser, storage: Storage) -> None:
    practice_id = asha.plan("low-back", 5)
    page = asha.get(f"/practices/{practice_id}/play")
    assert page.status_code == 200
    assert f'<practice-player data-practice="{practice_id}"' in page.text
    practice = storage.find_practice(practice_id)
    assert practice is not None
    script = write_script(practice, services(asha).library)
    shown = page.text.replace("&#39;", "'").replace("&amp;", "&")
    assert all(cue.text in shown for cue in script.cues)
    listen = re.search(rf'href="(/api/practices/{practice_id}/track/[^"]+)"', page.text)
    assert listen is not None
    assert listen[1].replace("&amp;", "&") == asha.bundle(practice_id)["track"]["url"]


def test_the_bundle_says_how_the_person_wishes_to_be_led(asha: Browser) -> None:
    form = {
        "voice": "device",
        "volume": "30",
        "tones": "10",
        "bed": "0",
        "start_delay_s": "20",
        "count_s": "1.2",
    }
    asha.post("/you", form)
    bundle = asha.bundle(asha.plan("low-back", 5))
    assert bundle["wishes"] == {
        "voice": "device", "speed": 0.85, "volume": 30, "tones": 10, "bed": 0, "dim": False, "start_delay_s": 20,
    }  # fmt: skip
    assert "tones=10&bed=0" in bundle["track"]["url"]
    assert json.loads(json.dumps(bundle["practice"]))["request"]["count_s"] == 1.2
