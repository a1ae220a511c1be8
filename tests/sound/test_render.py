"""A whole track, as a player hears it."""

from itertools import pairwise

import numpy as np
import pytest

from karani.errors import SoundError
from karani.practice.script import Cue
from karani.sound import Levels, SilentVoice, Track, render
from karani.sound.bed import PERIOD
from karani.sound.rate import FRAME, SAMPLE_RATE
from karani.sound.voice import Samples
from tests.sound.scripts import (
    Heard,
    between,
    chime_cue,
    dbfs,
    listen,
    paced_breaths,
    passage,
    peak_dbfs,
    small_script,
)

LOUDER_THAN_BED = 0.006  # about -44 dBFS: no bed reaches it


class HummingVoice:
    """Says every cue as one second of a steady tone."""

    name = "humming"

    def speak(self, text: str) -> Samples:
        assert text
        hum: Samples = 0.2 * np.sin(0.2 * np.arange(SAMPLE_RATE, dtype=np.float32))
        return hum


@pytest.fixture(scope="module")
def track() -> Track:
    return render(small_script(), SilentVoice())


@pytest.fixture(scope="module")
def heard(track: Track) -> Heard:
    return listen(track)


def onset_s(heard: Heard, from_s: float) -> float:
    """The first second after `from_s` at which something louder than the bed is heard."""
    return (
        from_s + float(np.argmax(np.abs(between(heard, from_s, from_s + 10)) > LOUDER_THAN_BED)) / SAMPLE_RATE
    )


def test_every_chime_is_heard_within_twenty_milliseconds_of_its_time(heard: Heard) -> None:
    for cue in small_script().cues:
        if cue.chime:
            assert onset_s(heard, cue.at_s - 0.5) == pytest.approx(cue.at_s, abs=0.02)


def test_a_chime_at_second_zero_is_heard_within_its_first_frame() -> None:
    script = small_script(total_s=20.0, cues=(chime_cue(0.0, "start"),), breaths=())
    assert onset_s(listen(render(script, SilentVoice())), 0.0) < FRAME / SAMPLE_RATE


def test_breath_tones_begin_and_end_with_the_breath(heard: Heard) -> None:
    for breath in paced_breaths(30.0)[:4]:
        middle = between(heard, breath.at_s + 0.3 * breath.seconds, breath.at_s + 0.6 * breath.seconds)
        first, last = (
            between(heard, at_s, at_s + 0.1) for at_s in (breath.at_s, breath.at_s + breath.seconds - 0.1)
        )
        assert dbfs(middle) > -36
        assert dbfs(first) < -40
        assert dbfs(last) < -40


def test_the_last_two_breaths_are_quieter_and_quieter(heard: Heard) -> None:
    loudness = [
        dbfs(between(heard, breath.at_s + 1.5, breath.at_s + 3.0))
        for breath in paced_breaths(30.0)
        if breath.phase == "in"
    ]
    assert loudness[:4] == [pytest.approx(loudness[0], abs=0.5)] * 4
    assert loudness[4] == pytest.approx(loudness[0] - 3.5, abs=0.7)
    assert loudness[5] == pytest.approx(loudness[0] - 9.5, abs=0.7)


def test_the_bed_is_heard_at_minus_sixty(heard: Heard) -> None:
    assert dbfs(between(heard, 15.0, 29.0)) == pytest.approx(-60.0, abs=3.0)


def test_nothing_is_louder_than_minus_twelve_without_a_voice(heard: Heard) -> None:
    assert peak_dbfs(heard) < -12.0


def test_the_same_script_gives_the_same_bytes(track: Track) -> None:
    assert render(small_script(), SilentVoice()).audio == track.audio


def test_the_decoded_track_is_as_long_as_it_says(track: Track, heard: Heard) -> None:
    assert len(heard) == round(track.total_s * SAMPLE_RATE)
    assert track.main_s == 150.0


def test_every_passage_has_its_region_behind_the_main_line(track: Track) -> None:
    passages = small_script().passages()
    assert [region.passage for region in track.regions] == [passage.id for passage in passages]
    for region, piece in zip(track.regions, passages, strict=True):
        assert region.end_s - region.start_s == pytest.approx(piece.seconds)


def test_regions_lie_apart_with_half_a_second_of_bed_between(track: Track) -> None:
    ends = [track.main_s] + [region.end_s for region in (*track.regions, track.bed)]
    starts = [region.start_s for region in (*track.regions, track.bed)]
    for end_s, start_s in zip(ends, starts, strict=False):
        assert 0.5 <= start_s - end_s <= 0.5 + 2 * FRAME / SAMPLE_RATE


def test_regions_begin_on_a_frame_so_that_a_jump_lands_on_them(track: Track) -> None:
    for region in track.regions:
        frames = region.start_s * SAMPLE_RATE / FRAME
        assert frames == pytest.approx(round(frames), abs=1e-6)


def test_a_passage_that_two_pieces_share_is_rendered_once() -> None:
    script = small_script()
    twice = type(script)(
        **{name: getattr(script, name) for name in script.__slots__} | {"way_outs": script.way_outs * 2}
    )
    names = [region.passage for region in render(twice, SilentVoice()).regions]
    assert len(names) == len(set(names)) == len(script.passages())


def test_the_bed_to_rest_on_is_one_period_of_bed_alone_and_joins_itself(track: Track, heard: Heard) -> None:
    rest = between(heard, track.bed.start_s, track.bed.end_s)
    assert len(rest) == PERIOD
    assert dbfs(rest) == pytest.approx(-60.0, abs=3.0)
    assert abs(rest[0] - rest[-1]) <= np.max(np.abs(np.diff(rest)))


def test_nothing_clicks_where_pieces_join(track: Track, heard: Heard) -> None:
    usual = np.max(np.abs(np.diff(between(heard, 15.0, 29.0))))
    for join_s in (track.main_s, *(region.end_s for region in track.regions), track.bed.end_s):
        assert np.max(np.abs(np.diff(between(heard, join_s - 0.05, join_s + 0.05)))) <= 1.5 * usual


def test_the_end_chime_does_not_ring_into_the_first_way_out() -> None:
    script = small_script(total_s=30.0, cues=(chime_cue(27.0, "end", 3.0),), breaths=())
    heard = listen(render(script, SilentVoice()))
    assert dbfs(between(heard, 30.05, 30.45)) == pytest.approx(-60.0, abs=3.0)


def test_captions_of_a_silent_voice_last_as_long_as_their_place(track: Track) -> None:
    first = track.spoken[0]
    assert (first.text, first.passage) == ("Let the legs rest.", None)
    assert (first.start_s, first.end_s) == (6.5, 14.5)


def test_spoken_words_of_a_passage_are_timed_in_the_track(track: Track) -> None:
    region = track.regions[0]
    spoken = next(spoken for spoken in track.spoken if spoken.passage == region.passage)
    assert spoken.start_s == region.start_s


def test_a_voice_is_heard_when_the_track_says_so() -> None:
    script = small_script()
    track = render(script, HummingVoice())
    heard = listen(track)
    for spoken in track.spoken:
        assert spoken.end_s - spoken.start_s == pytest.approx(1.0)
        assert dbfs(between(heard, spoken.start_s + 0.1, spoken.end_s - 0.1)) == pytest.approx(-17.0, abs=1.0)


def test_a_cue_that_does_not_fit_its_place_is_named() -> None:
    script = small_script(cues=(Cue(3.0, "speech", "Let the legs rest.", 0.6),))
    with pytest.raises(
        SoundError, match=r"'Let the legs rest\.' takes the voice humming 1\.0 s and has 0\.6 s"
    ):
        render(script, HummingVoice())


def test_tones_at_zero_leave_the_bed_alone() -> None:
    heard = listen(render(small_script(), SilentVoice(), Levels(tones=0)))
    assert peak_dbfs(heard) < -45


def test_levels_change_tones_and_bed(heard: Heard) -> None:
    other = listen(render(small_script(), SilentVoice(), Levels(tones=25, bed=75)))
    assert dbfs(between(other, 15.0, 29.0)) == pytest.approx(dbfs(between(heard, 15.0, 29.0)) + 5.0, abs=1.0)
    assert peak_dbfs(other) == pytest.approx(peak_dbfs(heard) - 6.0, abs=1.0)


def test_main_line_and_passages_never_overlap() -> None:
    script = small_script(total_s=60.5, breaths=())
    track = render(script, SilentVoice())
    pieces = [(0.0, track.main_s), *((region.start_s, region.end_s) for region in track.regions)]
    assert all(end_s < start_s for (_, end_s), (start_s, _) in pairwise(pieces))
    assert passage("x").seconds < track.total_s
