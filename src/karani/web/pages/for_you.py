"""What a pose means for this person: their own words first, then the rule, then what to do instead."""

from dataclasses import dataclass

from karani.library import Library
from karani.library.pose import Caution, Pose
from karani.practice.screening import Verdict, screen
from karani.storage import Person, PoseNote
from karani.web.pages.common import PoseLink, link_or_none

NOTED = "Noted"
EXCLUDED = "Left out by you"


@dataclass(frozen=True, slots=True)
class ForYou:
    """`action` is a screening action, or noted (it hurt), or excluded (the person left it out)."""

    action: str
    action_name: str
    sentence: str
    instead: PoseLink | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person when a page is composed."""

    person: Person
    notes: tuple[PoseNote, ...]

    @property
    def left_out(self) -> frozenset[str]:
        return self.person.excluded | {note.pose for note in self.notes}


def describe_for(known: Known, pose: Pose, library: Library) -> ForYou | None:
    """None when nothing speaks against the pose."""
    verdict = screen(pose, known.person.conditions, known.person.doctor_agreed)
    if verdict.because is not None:
        return from_caution(verdict.because, verdict, library)
    if note := next((note for note in known.notes if note.pose == pose.slug), None):
        return ForYou("noted", NOTED, note_sentence(note, library), None)
    if pose.slug in known.person.excluded:
        return ForYou("excluded", EXCLUDED, "You asked to leave it out.", None)
    return from_caution(verdict.notes[0], verdict, library) if verdict.notes else None


def from_caution(caution: Caution, verdict: Verdict, library: Library) -> ForYou:
    told = f"You told us {library.conditions[caution.condition].told}. {caution.why}"
    action_name = library.words["action"][caution.action]
    return ForYou(caution.action, action_name, told.strip(), link_or_none(verdict.instead, library))


def note_sentence(note: PoseNote, library: Library) -> str:
    place = library.pain_places.get(note.pain_place)
    where = f" ({place.name.lower()})" if place else ""
    return f"It hurt here{where}, so it is not planned until you lift the note."


def may_be_led(known: Known, pose: Pose) -> bool:
    allowed = screen(pose, known.person.conditions, known.person.doctor_agreed).allowed
    return allowed and not pose.guide_only and pose.slug not in known.left_out
