"""What came of a practice, in one sentence: no praise, no promise; nothing changed is a result too."""

from karani.library import Library
from karani.storage import Mood, Session
from karani.web.moods import changes

NOTICED = 2
"""A change of one in ten happens on any evening."""
BETTER = {
    "calm": "calmer",
    "energy": "with more energy",
    "head": "with a clearer head",
    "body": "easier in your body",
}
WORSE = {
    "calm": "less calm",
    "energy": "with less energy",
    "head": "with a fuller head",
    "body": "less easy in your body",
}
UNCHANGED = "Nothing much changed. That is a result too."


def describe_result(session: Session, library: Library) -> str:
    """The title of a practice in the journal."""
    if (
        session.mood_before
        and session.mood_after
        and (told := describe_change(session.mood_before, session.mood_after))
    ):
        return told
    return describe_outcome(session, library)


def describe_change(before: Mood, after: Mood) -> str:
    """Empty when no mood was told both times."""
    changed = {mood: change for mood, change in changes(before, after).items() if change is not None}
    if not changed:
        return ""
    strongest_first = sorted(changed.items(), key=lambda item: -abs(item[1]))
    better = [BETTER[mood] for mood, change in strongest_first if change >= NOTICED]
    worse = [WORSE[mood] for mood, change in strongest_first if change <= -NOTICED]
    if not better and not worse:
        return UNCHANGED
    if better and worse:
        return f"You came out {listed(better)}, but {listed(worse)}."
    return f"You came out {listed(better or worse)}."


def listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def describe_outcome(session: Session, library: Library) -> str:
    if session.outcome == "finished":
        return (
            f"All {in_minutes(session.practiced_seconds)} of it."
            if not session.hurts
            else hurt_on_the_way(session, library)
        )
    if session.hurts:
        return (
            f"You stopped after {in_minutes(session.practiced_seconds)}: {what_was_felt(session, library)}."
        )
    return f"You stopped after {in_minutes(session.practiced_seconds)}."


def hurt_on_the_way(session: Session, library: Library) -> str:
    return f"Practiced to the end, with a change on the way: {what_was_felt(session, library)}."


def what_was_felt(session: Session, library: Library) -> str:
    place = library.pain_places.get(session.hurts[-1].pain_place)
    return place.felt if place else "something hurt"


def in_minutes(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{round(seconds)} seconds"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"
