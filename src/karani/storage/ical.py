"""The journal as iCalendar (RFC 5545): one event a session."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from karani.storage.session import Session

LINE_OCTETS = 75
"""A longer content line must be folded (RFC 5545, 3.1)."""


def export_ical(sessions: Iterable[Session], now: datetime) -> str:
    """`now` becomes DTSTAMP, the moment at which the calendar was made."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Karani//Journal//EN", "CALSCALE:GREGORIAN"]
    for session in sessions:
        lines += event(session, now)
    lines.append("END:VCALENDAR")
    return "".join(folded + "\r\n" for line in lines for folded in fold(line))


def event(session: Session, now: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escape(session.id)}@karani",
        f"DTSTAMP:{moment(now)}",
        f"DTSTART:{moment(session.started_at)}",
        f"DTEND:{moment(session.ended_at)}",
        f"SUMMARY:{escape(session.title)}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
    ]
    if session.note:
        lines.append(f"DESCRIPTION:{escape(session.note)}")
    return [*lines, "END:VEVENT"]


def moment(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escape(text: str) -> str:
    """TEXT of RFC 5545, 3.3.11; other control characters are not allowed there."""
    for character, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(character, written)
    lines = "\\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "".join(character for character in lines if character == "\t" or ord(character) >= ord(" "))


def fold(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 octets, never inside a character; later ones begin with a space."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > LINE_OCTETS:
            yield piece
            piece = " "
        piece += character
    yield piece
