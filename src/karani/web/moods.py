"""The four moods, before and after."""

from dataclasses import asdict

from karani.storage import Mood

NAMES = {"calm": "Calm", "energy": "Energy", "head": "Head", "body": "Body"}


def changes(before: Mood | None, after: Mood | None) -> dict[str, int | None]:
    """Each mood's change; None where it was not told both times."""
    start, end = asdict(before or Mood()), asdict(after or Mood())
    return {
        mood: None if start[mood] is None or end[mood] is None else end[mood] - start[mood] for mood in NAMES
    }
