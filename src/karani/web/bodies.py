"""What the API takes, checked once where it comes in; a mistake becomes one sentence."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator, AwareDatetime, BaseModel, Field

from karani.speech.natural import FASTEST, SLOWEST
from karani.storage import DonePose, Hurt, Mood, Session
from karani.web.form import clean
from karani.web.voices import NAMES

LONGEST_S = 24 * 3600
FOUND_LETTERS = 60


def in_our_time(moment: datetime) -> datetime:
    if not 2000 <= moment.year <= 2200:  # noqa: PLR2004 - a clock that is further off is not set
        raise ValueError("should lie between the years 2000 and 2200")
    return moment.astimezone(UTC)


def known_voice(slug: str) -> str:
    if slug not in NAMES:
        raise ValueError(f"should be one of {', '.join(NAMES)}")
    return slug


Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Seconds = Annotated[float, Field(ge=0, le=LONGEST_S, allow_inf_nan=False)]
Level = Annotated[int, Field(ge=0, le=100)]
Ten = Annotated[int, Field(ge=0, le=10)]
Moment = Annotated[AwareDatetime, AfterValidator(in_our_time)]


class PracticeBody(BaseModel):
    need: Slug
    minutes: int
    pose: Slug | None = None
    first_time: bool = False


class WishesBody(BaseModel):
    """What was changed in the sound panel of a practice; the rest stays as it was."""

    voice: Annotated[str, AfterValidator(known_voice)] | None = None
    speed: Annotated[float, Field(ge=SLOWEST, le=FASTEST)] | None = None
    volume: Level | None = None
    tones: Level | None = None
    bed: Level | None = None


class MoodBody(BaseModel):
    calm: Ten | None = None
    energy: Ten | None = None
    head: Ten | None = None
    body: Ten | None = None


class DonePoseBody(BaseModel):
    pose: Slug
    variation: Slug | None = None
    seconds: Seconds


class HurtBody(BaseModel):
    at_s: Seconds
    pose: Slug
    pain_place: Slug
    then: Slug


class SessionBody(BaseModel):
    id: UUID
    practice_id: UUID | None = None
    need: Slug
    title: Annotated[str, Field(max_length=200)]
    started_at: Moment
    ended_at: Moment
    planned_seconds: Seconds
    practiced_seconds: Seconds
    outcome: Literal["finished", "left-early"]
    segments: Annotated[list[DonePoseBody], Field(max_length=200)] = []
    hurts: Annotated[list[HurtBody], Field(max_length=200)] = []
    mood_before: MoodBody | None = None
    mood_after: MoodBody | None = None
    note: Annotated[str, Field(max_length=4000)] = ""


def session_of(body: SessionBody) -> Session:
    return Session(
        id=str(body.id),
        practice_id=str(body.practice_id) if body.practice_id else None,
        need=body.need,
        title=clean(body.title),
        started_at=body.started_at,
        # A phone's clock may be set back while someone lies still.
        ended_at=max(body.started_at, body.ended_at),
        planned_seconds=body.planned_seconds,
        practiced_seconds=body.practiced_seconds,
        outcome=body.outcome,
        segments=tuple(DonePose(**done.model_dump()) for done in body.segments),
        hurts=tuple(Hurt(**hurt.model_dump()) for hurt in body.hurts),
        mood_before=mood_of(body.mood_before),
        mood_after=mood_of(body.mood_after),
        note=clean(body.note),
    )


def mood_of(body: MoodBody | None) -> Mood | None:
    """None when nothing was said, as if the question had been skipped."""
    told = Mood(**body.model_dump()) if body else Mood()
    return None if told == Mood() else told


def sentence_of(error: RequestValidationError) -> str:
    """segments[0].seconds: input should be less than or equal to 86400; found -1."""
    first = error.errors()[0]
    return f"{place_of(first['loc'])}: {lower_first(first['msg'])}{found_in(first)}."


def place_of(loc: tuple[str | int, ...]) -> str:
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc[1:]]
    return "".join(parts).removeprefix(".") or "the request"


def lower_first(message: str) -> str:
    message = message.removeprefix("Value error, ").rstrip(".")
    return message[:1].lower() + message[1:]


def found_in(error: dict[str, Any]) -> str:
    if error["type"] in {"missing", "json_invalid"} or isinstance(error.get("input"), dict | list):
        return ""
    found = repr(error.get("input"))[:FOUND_LETTERS]
    return f"; found {found.encode('utf-8', 'replace').decode()}"
