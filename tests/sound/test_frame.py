import io
import re

import numpy as np
import pytest
import soundfile

from karani.sound.frame import DELAY, HEAD, MOST_BACK, ROOM, ROW, SIDE, Frame, encode, lay, take_apart
from karani.sound.rate import FRAME, SAMPLE_RATE
from karani.sound.voice import Samples


def noise(seconds: float, strength: float = 0.1) -> Samples:
    chance = np.random.default_rng(5)
    return np.asarray(strength * chance.standard_normal(round(seconds * SAMPLE_RATE)), dtype=np.float32)


def decode(stream: bytes) -> Samples:
    heard, _ = soundfile.read(io.BytesIO(stream), dtype="float32")
    return np.asarray(heard)


def test_laid_frames_decode_to_what_the_encoder_wrote() -> None:
    stream = io.BytesIO()
    with soundfile.SoundFile(
        stream, "w", SAMPLE_RATE, 1, format="MP3", compression_level=(160 - 16) / 152, bitrate_mode="CONSTANT"
    ) as file:
        file.write(noise(2.0))
    rows = lay(take_apart(stream.getvalue(), ROW))
    assert rows is not None
    assert np.array_equal(decode(rows.tobytes()), decode(stream.getvalue()))


def test_what_was_encoded_is_heard_after_the_delay_and_not_a_sample_elsewhere() -> None:
    samples = np.zeros(SAMPLE_RATE, dtype=np.float32)
    samples[10_000:10_160] = noise(0.01, 0.5)
    rows = lay(encode(samples, 16))
    assert rows is not None
    heard = decode(rows.tobytes())
    likeness = np.correlate(heard, samples[10_000:10_160], mode="valid")
    assert int(np.argmax(likeness)) - 10_000 == DELAY


@pytest.mark.parametrize("kbps", [8, 16])
def test_frames_of_every_rate_are_laid_in_rows_of_one_length(kbps: int) -> None:
    rows = lay(encode(noise(1.0), kbps))
    assert rows is not None
    assert rows.shape[1] == ROW
    heads = {rows[number, :HEAD].tobytes() for number in range(len(rows))}
    assert len(heads) == 1
    assert len(decode(rows.tobytes())) == len(rows) * FRAME


def test_a_quiet_frame_needs_nothing_from_before_it() -> None:
    rows = lay([Frame(bytes(SIDE), bytes(ROOM - 1))] * 5)
    assert rows is not None
    assert not rows[:, HEAD].any()


def test_a_rich_frame_reaches_back_no_further_than_it_must() -> None:
    rows = lay([Frame(bytes(SIDE), b"")] * 5 + [Frame(bytes(SIDE), bytes(ROOM + 100))])
    assert rows is not None
    assert rows[:, HEAD].tolist() == [0, 0, 0, 0, 100 - ROOM, 100]  # the empty one before it makes way


def test_frames_that_do_not_fit_are_not_laid() -> None:
    assert lay([Frame(bytes(SIDE), bytes(ROOM + 1))]) is None
    assert lay([Frame(bytes(SIDE), b"")] * 9 + [Frame(bytes(SIDE), bytes(ROOM + MOST_BACK + 1))]) is None


def test_a_stream_of_something_else_is_not_taken_apart() -> None:
    with pytest.raises(AssertionError, match=re.escape("a frame of MPEG-2 layer III begins here")):
        take_apart(b"RIFF" + bytes(68), ROW)
