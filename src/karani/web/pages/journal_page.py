"""The journal by month: what was done, no calendar of duties."""

from dataclasses import dataclass
from datetime import tzinfo
from itertools import groupby

from karani.guide.guide import Named
from karani.library import Library
from karani.storage import Session
from karani.web.result import describe_result
from karani.web.times import local, minutes, time_of_day

EXPORTS = (
    Named("json", "Everything, as JSON"),
    Named("csv", "A table, as CSV"),
    Named("ics", "A calendar, as iCal"),
)
EMPTY = "Nothing here yet. A practice you have done, or left early, is kept here, on this machine."


@dataclass(frozen=True, slots=True)
class JournalEntry:
    id: str
    url: str
    day: str
    weekday: str
    time: str
    title: str
    minutes_text: str
    remark: str
    result: str
    current: bool


@dataclass(frozen=True, slots=True)
class JournalMonth:
    name: str
    entries: tuple[JournalEntry, ...]


@dataclass(frozen=True, slots=True)
class JournalPage:
    months: tuple[JournalMonth, ...]
    count: int
    sentence: str
    export_urls: tuple[Named, ...]
    error: str


def compose_journal(
    sessions: tuple[Session, ...], library: Library, zone: tzinfo | None, error: str = ""
) -> JournalPage:
    return JournalPage(
        months=by_month(sessions, library, zone),
        count=len(sessions),
        sentence=describe_count(len(sessions)),
        export_urls=EXPORTS,
        error=error,
    )


def describe_count(count: int) -> str:
    if not count:
        return EMPTY
    return (
        "One practice, kept on this machine." if count == 1 else f"{count} practices, kept on this machine."
    )


def by_month(
    sessions: tuple[Session, ...], library: Library, zone: tzinfo | None, current: str = ""
) -> tuple[JournalMonth, ...]:
    """Sessions, the newest first, under the names of their months; `current` is the id of the one that is open."""
    months = groupby(sessions, lambda session: f"{local(session.started_at, zone):%B %Y}")
    return tuple(
        JournalMonth(name, tuple(describe_entry(session, library, zone, current) for session in month))
        for name, month in months
    )


def describe_entry(session: Session, library: Library, zone: tzinfo | None, current: str) -> JournalEntry:
    started = local(session.started_at, zone)
    need = library.needs.get(session.need)
    return JournalEntry(
        id=session.id,
        url=f"/journal/{session.id}",
        day=str(started.day),
        weekday=f"{started:%A}",
        time=time_of_day(started),
        title=need.name if need else session.title,
        minutes_text=minutes(session.practiced_seconds),
        remark=describe_remark(session, library),
        result=describe_result(session, library),
        current=session.id == current,
    )


def describe_remark(session: Session, library: Library) -> str:
    """left early, back"""
    hurt = library.pain_places.get(session.hurts[-1].pain_place) if session.hurts else None
    left = "left early" if session.outcome == "left-early" else ""
    return ", ".join(filter(None, (left, hurt.name.lower() if hurt else "")))
