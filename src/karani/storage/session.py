"""A session: one practice as it was really done, and how the person felt before and after."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Mood:
    """Each from 0 (not at all) to 10; None where the person skipped it."""

    calm: int | None = None
    energy: int | None = None
    head: int | None = None
    body: int | None = None


@dataclass(frozen=True, slots=True)
class DonePose:
    pose: str
    variation: str | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Hurt:
    """When, in which pose and where it hurt, and what followed."""

    at_s: float
    pose: str
    pain_place: str
    then: str


@dataclass(frozen=True, slots=True)
class Session:
    """`outcome` is finished or left-early; times are UTC."""

    id: str
    practice_id: str | None
    need: str
    title: str
    started_at: datetime
    ended_at: datetime
    planned_seconds: float
    practiced_seconds: float
    outcome: str
    segments: tuple[DonePose, ...] = ()
    hurts: tuple[Hurt, ...] = ()
    mood_before: Mood | None = None
    mood_after: Mood | None = None
    note: str = ""


def session_to_dict(session: Session) -> dict[str, Any]:
    """The session as JSON knows it; keys are the names of the fields."""
    content = asdict(session)
    content["started_at"] = iso(session.started_at)
    content["ended_at"] = iso(session.ended_at)
    return content


def session_from_dict(content: dict[str, Any]) -> Session:
    """Read a session that `session_to_dict` wrote."""
    return Session(
        **content
        | {
            "started_at": datetime.fromisoformat(content["started_at"]),
            "ended_at": datetime.fromisoformat(content["ended_at"]),
            "segments": tuple(DonePose(**done) for done in content["segments"]),
            "hurts": tuple(Hurt(**hurt) for hurt in content["hurts"]),
            "mood_before": mood_from_dict(content["mood_before"]),
            "mood_after": mood_from_dict(content["mood_after"]),
        }
    )


def mood_from_dict(content: dict[str, Any] | None) -> Mood | None:
    return None if content is None else Mood(**content)


def iso(moment: datetime) -> str:
    """2026-11-19T20:12:05Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
