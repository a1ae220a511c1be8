"""Why a result does not come."""

from karani.errors import KaraniError


class ComputingError(KaraniError):
    """What was asked cannot be computed; the sentence says why."""


class ComputingStopped(ComputingError):  # noqa: N818 - it reads as what happened
    """The process ended in the middle, or the server is ending; asked once more, it may do."""


class Outdated(ComputingError):  # noqa: N818 - it reads as the state it names
    """The same asker wants something newer by now."""
