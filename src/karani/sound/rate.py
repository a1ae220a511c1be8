"""How time is counted in sound: samples, and the frames of 36 ms in which an MP3 stores them."""

SAMPLE_RATE = (
    16_000  # at 16 kbit/s nothing above 6 kHz is left anyway, and longer frames waste less on their heads
)
FRAME = 576  # samples in a frame of MPEG-2 layer III
FRAMES_PER_SECOND = SAMPLE_RATE / FRAME


def to_samples(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE)


def to_seconds(frames: int) -> float:
    return frames * FRAME / SAMPLE_RATE


def to_frames(seconds: float) -> int:
    """The first frame that starts at or after this second."""
    return -(-to_samples(seconds) // FRAME)
