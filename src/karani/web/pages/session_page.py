"""One practice of the journal."""

from dataclasses import asdict, dataclass
from datetime import tzinfo

from karani.library import Library
from karani.storage import DonePose, Hurt, Mood, Session
from karani.web.moods import NAMES, changes
from karani.web.pages.common import PoseLink, link_or_none
from karani.web.pages.journal_page import JournalMonth, by_month
from karani.web.result import describe_result
from karani.web.times import clock_time, local, minutes, weekday_and_time

OUTCOMES = {"finished": "practiced to the end", "left-early": "left early"}
THEN = {
    "way-out": "the way out",
    "rest": "rest on the side",
    "end": "the end of the practice",
    "red-flag": "a warning sign, and the end",
}


@dataclass(frozen=True, slots=True)
class MoodRow:
    key: str
    name: str
    before: int | None
    after: int | None
    change: int | None
    change_text: str


@dataclass(frozen=True, slots=True)
class DoneSegment:
    link: PoseLink | None
    name: str
    minutes_text: str


@dataclass(frozen=True, slots=True)
class HurtView:
    time: str
    pose_name: str
    place_name: str
    then_text: str


@dataclass(frozen=True, slots=True)
class SessionPage:
    id: str
    when: str
    label: str
    title: str
    result: str
    practiced_text: str
    planned_text: str
    outcome: str
    outcome_text: str
    moods: tuple[MoodRow, ...]
    segments: tuple[DoneSegment, ...]
    hurts: tuple[HurtView, ...]
    months: tuple[JournalMonth, ...]
    note: str
    note_url: str
    delete_url: str
    list_url: str
    again_url: str
    saved: bool
    error: str


def compose_session(
    session: Session,
    neighbors: tuple[Session, ...],
    library: Library,
    zone: tzinfo | None,
    *,
    again_url: str,
    saved: bool = False,
    error: str = "",
) -> SessionPage:
    """`neighbors` are the sessions that are listed beside it."""
    need = library.needs.get(session.need)
    return SessionPage(
        id=session.id,
        when=weekday_and_time(local(session.started_at, zone)),
        label=need.name if need else session.title,
        title=session.title,
        result=describe_result(session, library),
        practiced_text=minutes(session.practiced_seconds),
        planned_text=minutes(session.planned_seconds),
        outcome=session.outcome,
        outcome_text=OUTCOMES[session.outcome],
        moods=list_moods(session.mood_before, session.mood_after),
        segments=tuple(describe_done(done, library) for done in session.segments),
        hurts=tuple(describe_hurt(hurt, library) for hurt in session.hurts),
        months=by_month(neighbors, library, zone, session.id),
        note=session.note,
        note_url=f"/journal/{session.id}/note",
        delete_url=f"/journal/{session.id}/delete",
        list_url="/journal",
        again_url=again_url,
        saved=saved,
        error=error,
    )


def list_moods(before: Mood | None, after: Mood | None) -> tuple[MoodRow, ...]:
    """The moods that were told at least once."""
    start, end, changed = asdict(before or Mood()), asdict(after or Mood()), changes(before, after)
    return tuple(
        MoodRow(mood, name, start[mood], end[mood], changed[mood], change_text(changed[mood]))
        for mood, name in NAMES.items()
        if start[mood] is not None or end[mood] is not None
    )


def change_text(change: int | None) -> str:
    """+3, −2, the same; empty when it was told only once."""
    if change is None:
        return ""
    return "the same" if change == 0 else f"{change:+d}".replace("-", "−")


def describe_done(done: DonePose, library: Library) -> DoneSegment:
    link = link_or_none(done.variation or done.pose, library)
    return DoneSegment(link, link.name if link else done.pose, minutes(done.seconds))


def describe_hurt(hurt: Hurt, library: Library) -> HurtView:
    pose, place = library.poses.get(hurt.pose), library.pain_places.get(hurt.pain_place)
    return HurtView(
        time=clock_time(hurt.at_s),
        pose_name=pose.name if pose else hurt.pose,
        place_name=place.name if place else hurt.pain_place,
        then_text=describe_then(hurt.then, library),
    )


def describe_then(then: str, library: Library) -> str:
    """What followed: a word of the player's, or the pose that took over."""
    pose = library.poses.get(then)
    return f"on with {pose.name}" if pose else THEN.get(then, then)
