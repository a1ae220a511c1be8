"""A track while it is made: progress, and parts to begin with. The voice has said its lines before."""

import json
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest

from karani.practice.script import Cue
from karani.sound import Levels, VoiceWish
from karani.sound.parts import BOUNDS_S, list_texts, list_until
from karani.speech.cache import save_spoken
from karani.speech.model import RATE
from karani.speech.natural import NaturalVoice
from karani.web import track_worker
from karani.web.ahead import speak_first_words
from karani.web.making import Parts, Progress, progress_file, read_progress
from karani.web.track_files import find_track
from tests.sound.scripts import small_script
from tests.web.browser import Browser

DIGEST = "b" * 64


def say_beforehand(voice: NaturalVoice, texts: list[str]) -> None:
    hum = (0.2 * np.sin(0.2 * np.arange(RATE // 2))).astype(np.float32)
    for text in texts:
        for job in voice._jobs(text):  # noqa: SLF001 - as if it had been spoken
            save_spoken(voice.folder, job.name, hum, RATE)


@pytest.fixture
def voice(tmp_path: Path) -> NaturalVoice:
    return NaturalVoice("heart", tmp_path / "spoken")


@pytest.fixture
def parts(tmp_path: Path, voice: NaturalVoice) -> Parts:
    return Parts(tmp_path, DIGEST, small_script(), voice, Levels())


def first_words(parts: Parts) -> list[str]:
    return list(list_until(parts.script, BOUNDS_S[0]))


def test_until_one_may_begin_the_progress_is_that_of_the_first_part(
    parts: Parts, voice: NaturalVoice, tmp_path: Path
) -> None:
    assert read_progress(tmp_path, DIGEST) == Progress()
    say_beforehand(voice, first_words(parts)[:2])
    parts.tell(2, 20)
    assert read_progress(tmp_path, DIGEST) == Progress(2, len(set(first_words(parts))))


def test_a_damaged_file_of_progress_is_no_progress(tmp_path: Path) -> None:
    progress_file(tmp_path, DIGEST).write_text('{"done": 3')
    assert read_progress(tmp_path, DIGEST) == Progress()


def test_one_may_begin_once_the_first_part_is_spoken(
    parts: Parts, voice: NaturalVoice, tmp_path: Path
) -> None:
    parts.tell(1, 20)
    assert parts.rendering is None
    say_beforehand(voice, first_words(parts))
    parts.tell(10, 20)
    parts.wait()
    first = read_progress(tmp_path, DIGEST).first
    assert first is not None
    track = find_track(tmp_path, first)
    assert track is not None
    spoken = {said["text"]: said["end_s"] - said["start_s"] for said in track.about["spoken"]}
    assert spoken["Let the legs rest."] == pytest.approx(0.5)
    assert spoken["Bend your knees, side-rest."] == pytest.approx(0.5)
    assert spoken["Bend your knees, out-1."] == pytest.approx(6.0), "not yet: shown as long as its place"
    parts.tell(12, 20)
    assert read_progress(tmp_path, DIGEST) == Progress(12, 20, first)


def test_a_later_part_has_the_same_places_and_more_words(voice: NaturalVoice, tmp_path: Path) -> None:
    late = Cue(100.0, "speech", "Wriggle the toes.", 6.0)
    script = small_script(cues=(Cue(6.5, "speech", "Let the legs rest.", 8.0), late))
    parts = Parts(tmp_path, DIGEST, script, voice, Levels())
    for bound_s in BOUNDS_S[:2]:
        say_beforehand(voice, list(list_until(script, bound_s)))
        parts.tell(10, 20)
        parts.wait()
    early, later = (find_track(tmp_path, digest) for digest in parts.made)
    assert early is not None
    assert later is not None
    assert early.about["regions"] == later.about["regions"]
    assert early.audio.stat().st_size == later.audio.stat().st_size
    said = [
        next(each for each in track.about["spoken"] if each["text"] == late.text) for track in (early, later)
    ]
    assert [each["end_s"] - each["start_s"] for each in said] == pytest.approx([6.0, 0.5])


def test_where_all_is_spoken_no_part_is_made(parts: Parts, voice: NaturalVoice) -> None:
    say_beforehand(voice, list(list_texts(parts.script)))
    parts.tell(20, 20)
    assert parts.rendering is None


def test_parts_are_the_first_to_go_when_the_whole_is_there(
    parts: Parts, voice: NaturalVoice, tmp_path: Path
) -> None:
    say_beforehand(voice, first_words(parts))
    parts.tell(10, 20)
    parts.end()
    (digest,) = parts.made
    assert (tmp_path / f"{digest}.mp3").stat().st_mtime == 0
    assert not progress_file(tmp_path, DIGEST).exists()


def test_first_words_are_spoken_in_advance_only_until_somebody_waits_for_a_track(
    voice: NaturalVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, wish = small_script(), VoiceWish("heart", voice.speed, voice.folder)
    turn = get_context("spawn").Value("i", 7)
    monkeypatch.setattr(track_worker, "turn_now", turn)
    say_beforehand(voice, list(list_until(script, BOUNDS_S[0])))
    speak_first_words(script, wish, 7)
    turn.value = 8
    other = VoiceWish("heart", voice.speed, tmp_path / "nothing")
    speak_first_words(script, other, 7)
    assert not (tmp_path / "nothing").exists()


def events_of(browser: Browser, practice_id: str) -> list[dict[str, object]]:
    answer = browser.get(f"/api/practices/{practice_id}/progress")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    return [json.loads(line.removeprefix("data: ")) for line in answer.text.splitlines() if line]


def test_the_last_event_says_that_the_track_is_whole(asha: Browser) -> None:
    practice_id = asha.plan("low-back", 5)
    assert events_of(asha, practice_id)[-1] == {"whole": True}
    assert events_of(asha, practice_id) == [{"whole": True}]


def test_a_bundle_asked_for_at_once_says_whether_its_track_is_whole(asha: Browser) -> None:
    practice_id = asha.plan("low-back", 5)
    bundle = asha.get(f"/api/practices/{practice_id}/bundle?first=true").json()
    assert bundle["track"]["whole"] is True
    assert asha.get(bundle["track"]["url"]).status_code == 200


@pytest.mark.parametrize("asked", ["voice=nobody", "speed=0.85&voice=captions"])
def test_a_voice_that_is_not_here_is_captions(asha: Browser, asked: str) -> None:
    bundle = asha.get(f"/api/practices/{asha.plan('low-back', 5)}/bundle?{asked}").json()
    assert bundle["wishes"]["voice"] in {"captions", "nobody"}
    assert "voice=" not in bundle["track"]["url"]


def test_a_speed_that_no_voice_has_is_answered_with_a_sentence(asha: Browser) -> None:
    answer = asha.get(f"/api/practices/{asha.plan('low-back', 5)}/bundle?speed=3")
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("speed: ")


def test_every_line_of_a_practice_can_be_read(asha: Browser) -> None:
    practice_id = asha.plan("stress", 20)
    page = asha.get(f"/practices/{practice_id}/transcript")
    assert page.status_code == 200
    shown = page.text.replace("&#39;", "'").replace("&amp;", "&")
    script = asha.bundle(practice_id)["script"]
    assert all(cue["text"] in shown for cue in script["cues"])
    assert "Breathe in." in shown
    assert f"/practices/{practice_id}/transcript" in asha.get(f"/practices/{practice_id}").text


def test_the_persons_voice_and_speed_are_kept(asha: Browser) -> None:
    page = asha.get("/you").text
    assert 'value="heart"' in page
    assert 'value="michael"' in page
    asha.post("/you", {"voice": "michael", "speed": "0.7", "count_s": "1"})
    page = asha.get("/you").text
    assert 'value="michael" checked' in page
    assert '<option value="0.7" selected' in page


def test_where_no_voice_speaks_no_name_can_be_heard(asha: Browser) -> None:
    assert "data-say" not in asha.get("/poses/viparita-karani").text
    assert asha.get("/poses/viparita-karani/name.mp3").status_code == 404
