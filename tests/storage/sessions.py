"""Sessions of the people in the tests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from karani.storage import DonePose, Hurt, Mood, Session

THURSDAY_EVENING = datetime(2026, 11, 19, 20, 12, 5, tzinfo=UTC)

ASHA_CALMED_DOWN = Session(
    id="6e8a2f0c-1111-4222-8333-444455556666",
    practice_id="0d6b3a52-0000-4000-8000-000000000001",
    need="stress",
    title="Twenty minutes to calm down",
    started_at=THURSDAY_EVENING,
    ended_at=THURSDAY_EVENING + timedelta(minutes=20),
    planned_seconds=1200.0,
    practiced_seconds=1200.0,
    outcome="finished",
    segments=(DonePose("viparita-karani", None, 900.0), DonePose("savasana", "savasana-supported", 300.0)),
    mood_before=Mood(calm=3, energy=4, head=5, body=4),
    mood_after=Mood(calm=7, energy=4, head=6, body=None),
    note="Window open, a bit cold; blanket next time.",
)

BEN_STOPPED_FOR_HIS_BACK = replace(
    ASHA_CALMED_DOWN,
    id="7f9b3a1d-2222-4333-8444-555566667777",
    practice_id=None,
    need="low-back",
    title="Ten minutes for a sore low back",
    started_at=THURSDAY_EVENING - timedelta(days=2),
    ended_at=THURSDAY_EVENING - timedelta(days=2) + timedelta(minutes=6),
    planned_seconds=600.0,
    practiced_seconds=370.0,
    outcome="left-early",
    segments=(DonePose("viparita-karani", None, 370.0),),
    hurts=(Hurt(at_s=300.0, pose="viparita-karani", pain_place="back", then="rest"),),
    mood_before=None,
    mood_after=None,
    note="",
)


def another(session: Session, *, days_later: int = 0) -> Session:
    """The same kind of session under another id, on another day."""
    later = timedelta(days=days_later)
    return replace(
        session, id=str(uuid4()), started_at=session.started_at + later, ended_at=session.ended_at + later
    )
