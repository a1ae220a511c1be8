"""Between rows and the dataclasses that leave this package."""

from dataclasses import asdict
from typing import Any

from karani.storage.person import Look, Person, PoseNote, Wishes
from karani.storage.session import DonePose, Hurt, Session, mood_from_dict
from karani.storage.tables import PersonRow, PoseNoteRow, SessionRow

PERSON_ID = 1
LOOK = "look"
"""It lies beside the wishes, in the same column."""


def person_row(person: Person) -> PersonRow:
    return PersonRow(
        id=PERSON_ID,
        conditions=sorted(person.conditions),
        doctor_agreed=sorted(person.doctor_agreed),
        props=None if person.props is None else sorted(person.props),
        excluded=sorted(person.excluded),
        height_cm=person.height_cm,
        mass_kg=person.mass_kg,
        sex=person.sex,
        age=person.age,
        straight_leg_raise_deg=person.straight_leg_raise_deg,
        count_s=person.count_s,
        breath=person.breath,
        wishes=asdict(person.wishes) | {LOOK: asdict(person.look)},
        first_question_seen=person.first_question_seen,
    )


def person_of(row: PersonRow) -> Person:
    return Person(
        conditions=frozenset(row.conditions),
        doctor_agreed=frozenset(row.doctor_agreed),
        props=None if row.props is None else frozenset(row.props),
        excluded=frozenset(row.excluded),
        height_cm=row.height_cm,
        mass_kg=row.mass_kg,
        sex=row.sex,
        age=row.age,
        straight_leg_raise_deg=row.straight_leg_raise_deg,
        count_s=row.count_s,
        breath=row.breath,
        wishes=Wishes(**{name: value for name, value in row.wishes.items() if name != LOOK}),
        look=Look(**row.wishes.get(LOOK, {})),
        first_question_seen=row.first_question_seen,
    )


def session_row(session: Session) -> SessionRow:
    return SessionRow(
        id=session.id,
        practice_id=session.practice_id,
        need=session.need,
        title=session.title,
        started_at=session.started_at,
        ended_at=session.ended_at,
        planned_seconds=session.planned_seconds,
        practiced_seconds=session.practiced_seconds,
        outcome=session.outcome,
        segments=[asdict(done) for done in session.segments],
        hurts=[asdict(hurt) for hurt in session.hurts],
        mood_before=dict_or_none(session.mood_before),
        mood_after=dict_or_none(session.mood_after),
        note=session.note,
    )


def dict_or_none(value: Any) -> dict[str, Any] | None:
    return None if value is None else asdict(value)


def session_of(row: SessionRow) -> Session:
    return Session(
        id=row.id,
        practice_id=row.practice_id,
        need=row.need,
        title=row.title,
        started_at=row.started_at,
        ended_at=row.ended_at,
        planned_seconds=row.planned_seconds,
        practiced_seconds=row.practiced_seconds,
        outcome=row.outcome,
        segments=tuple(DonePose(**done) for done in row.segments),
        hurts=tuple(Hurt(**hurt) for hurt in row.hurts),
        mood_before=mood_from_dict(row.mood_before),
        mood_after=mood_from_dict(row.mood_after),
        note=row.note,
    )


def note_of(row: PoseNoteRow) -> PoseNote:
    return PoseNote(row.pose, row.pain_place, row.since)
