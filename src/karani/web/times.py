"""Times and lengths in words, as a page shows them."""

from datetime import datetime, tzinfo

MINUTE_S = 60
HALVES_BELOW_S = 300
"""Up to here half a minute is worth telling."""


def minutes(seconds: float) -> str:
    """45 -> "45 s", 90 -> "1½ min", 611 -> "10 min"."""
    if seconds < MINUTE_S - 2:
        return f"{round(seconds)} s"
    if seconds >= HALVES_BELOW_S:
        return f"{round(seconds / MINUTE_S)} min"
    whole, half = divmod(round(seconds * 2 / MINUTE_S), 2)
    return f"{whole}{'½' if half else ''} min"


def clock_time(seconds: float) -> str:
    """485 -> "8:05"."""
    whole, rest = divmod(int(seconds), MINUTE_S)
    return f"{whole}:{rest:02}"


def local(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment.astimezone(zone)


def time_of_day(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def day(moment: datetime) -> str:
    """19 November 2026."""
    return f"{moment.day} {moment:%B %Y}"


def weekday_and_time(moment: datetime) -> str:
    """Thursday 19 November 2026, 21:12."""
    return f"{moment:%A} {day(moment)}, {time_of_day(moment)}"
