"""One class per mistake a person can make; each message says what, where, and what would have been right."""


class KaraniError(Exception):
    """A mistake in what came in. Its text is one sentence that a person can act on."""


class ContentError(KaraniError):
    """A content file says something that cannot be."""


class UnknownSlug(KaraniError):  # noqa: N818 - it reads as the sentence it makes
    """A pose, need, prop or condition that the library does not hold."""


class RequestError(KaraniError):
    """A request that no practice can answer; the sentence says what would make it possible."""


class PracticeError(KaraniError):
    """A practice, or an edit of one, that cannot be a whole."""


class SoundError(KaraniError):
    """A track that could not be made or written."""


class BodyError(KaraniError):
    """A body that cannot be: a person out of range, an unknown joint, a posture file that asks the impossible."""


class StorageError(KaraniError):
    """The journal could not be opened, read or written."""


class FigureError(KaraniError):
    """A figure that cannot be drawn: an unknown choice, or a posture that is none."""
