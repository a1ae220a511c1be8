"""The whole journal as JSON (everything) and as CSV (a line a session)."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, astuple, fields
from typing import Any

from karani.storage.person import Person, PoseNote
from karani.storage.session import Mood, Session, iso, session_to_dict

MOODS = tuple(field.name for field in fields(Mood))
COLUMNS = (
    "id",
    "started_at",
    "ended_at",
    "need",
    "title",
    "outcome",
    "planned_seconds",
    "practiced_seconds",
    "poses",
    "hurts",
    *(f"{mood}_before" for mood in MOODS),
    *(f"{mood}_after" for mood in MOODS),
    "note",
)
ACTED_ON = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a text that begins so for a formula."""


def export_json(sessions: Iterable[Session], person: Person, notes: Iterable[PoseNote]) -> str:
    content = {
        "version": 1,
        "person": person_to_dict(person),
        "pose_notes": [asdict(note) | {"since": iso(note.since)} for note in notes],
        "sessions": [session_to_dict(session) for session in sessions],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def person_to_dict(person: Person) -> dict[str, Any]:
    sets = {name: value for name, value in asdict(person).items() if isinstance(value, frozenset)}
    return asdict(person) | {name: sorted(value) for name, value in sets.items()}


def export_csv(sessions: Iterable[Session]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(line_of(session) for session in sessions)
    return out.getvalue()


def line_of(session: Session) -> tuple[object, ...]:
    return (
        session.id,
        iso(session.started_at),
        iso(session.ended_at),
        session.need,
        plain(session.title),
        session.outcome,
        session.planned_seconds,
        session.practiced_seconds,
        "; ".join(f"{done.variation or done.pose} {done.seconds:g} s" for done in session.segments),
        "; ".join(f"{hurt.pose}: {hurt.pain_place} at {hurt.at_s:g} s" for hurt in session.hurts),
        *astuple(session.mood_before or Mood()),
        *astuple(session.mood_after or Mood()),
        plain(session.note),
    )


def plain(text: str) -> str:
    return f"'{text}" if text.startswith(ACTED_ON) else text
