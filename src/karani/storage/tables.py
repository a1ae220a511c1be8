"""The tables as SQLAlchemy knows them; migrations/versions makes them in a database."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Float, Index, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept as UTC without a zone, because SQLite has no zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - its signature
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - its signature
        return None if value is None else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own form
        datetime: UtcDateTime,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


class PersonRow(Table):
    """One row, id 1."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    conditions: Mapped[list[Any]]
    doctor_agreed: Mapped[list[Any]]
    props: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    excluded: Mapped[list[Any]]
    height_cm: Mapped[float | None] = mapped_column(Float)
    mass_kg: Mapped[float | None] = mapped_column(Float)
    sex: Mapped[str | None] = mapped_column(String(20))
    age: Mapped[int | None]
    straight_leg_raise_deg: Mapped[float | None] = mapped_column(Float)
    count_s: Mapped[float] = mapped_column(Float)
    breath: Mapped[str | None] = mapped_column(String(80))
    wishes: Mapped[dict[str, Any]]
    first_question_seen: Mapped[bool]


class PracticeRow(Table):
    __tablename__ = "practice"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    created_at: Mapped[datetime]
    content: Mapped[dict[str, Any]]


class SessionRow(Table):
    __tablename__ = "session"
    __table_args__ = (Index("session_started_at", "started_at"),)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    practice_id: Mapped[str | None] = mapped_column(String(36))
    need: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    planned_seconds: Mapped[float] = mapped_column(Float)
    practiced_seconds: Mapped[float] = mapped_column(Float)
    outcome: Mapped[str] = mapped_column(String(20))
    segments: Mapped[list[Any]]
    hurts: Mapped[list[Any]]
    mood_before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    mood_after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    note: Mapped[str] = mapped_column(Text)


class PoseNoteRow(Table):
    """`lifted_at` is set when the person lifted the note; the row stays, so that the journal can tell."""

    __tablename__ = "pose_note"
    id: Mapped[int] = mapped_column(primary_key=True)
    pose: Mapped[str] = mapped_column(String(80), index=True)
    pain_place: Mapped[str] = mapped_column(String(80))
    since: Mapped[datetime]
    lifted_at: Mapped[datetime | None]
