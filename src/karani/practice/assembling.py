"""From chosen poses and fitted holds to a practice, each pose with its reason and its notes."""

from collections.abc import Sequence

from karani.library.pose import Pose
from karani.practice import wording
from karani.practice.breath import choose_breath
from karani.practice.choosing import list_left_out
from karani.practice.layout import Layout, Placed, title
from karani.practice.order import raises_legs
from karani.practice.practice import Practice, Segment
from karani.practice.reasons import reason_of
from karani.practice.screening import screen
from karani.practice.situation import Situation


def assemble(layout: Layout, holds: Sequence[float], situation: Situation) -> Practice:
    main = find_main(layout)
    segments = tuple(
        segment_of(placed, hold_s, reason_of(placed.choice, main.choice.pose, situation), situation)
        for placed, hold_s in zip(layout.placed, holds, strict=True)
    )
    used = frozenset(segment.slug for segment in segments)
    return Practice(
        request=situation.request,
        title=title(situation),
        segments=segments,
        closing_s=layout.closing_s,
        left_out=list_left_out(situation, used),
        warnings=tuple(list_warnings(layout, segments, situation)),
    )


def find_main(layout: Layout) -> Placed:
    return next(placed for placed in layout.placed if placed.choice.role == "main")


def segment_of(placed: Placed, hold_s: float, reason: str, situation: Situation) -> Segment:
    pose, role = placed.choice.pose, placed.choice.role
    return Segment(
        pose=pose.root,
        variation=pose.slug if pose.form_of else None,
        role=role,
        transition_s=placed.transition_s,
        enter_s=placed.enter_s,
        hold_s=hold_s,
        exit_s=placed.exit_s,
        sides=pose.sides,
        breath=choose_breath(pose, role, hold_s, situation),
        props=placed.props,
        reason=reason,
        notes=notes_of(pose, situation),
    )


def notes_of(pose: Pose, situation: Situation) -> tuple[str, ...]:
    verdict = screen(pose, situation.conditions, situation.request.doctor_agreed)
    return tuple(wording.note_of(caution, situation.library) for caution in verdict.notes)


def list_warnings(layout: Layout, segments: Sequence[Segment], situation: Situation) -> list[str]:
    library, placed = situation.library, find_main(layout)
    warnings = []
    if placed.choice.place_of is not None:
        instead_of = library.poses[placed.choice.place_of]
        warnings.append(wording.takes_the_place(placed.choice.pose, instead_of))
    if situation.request.first_time and raises_legs(placed.choice.pose):
        warnings.append(wording.FIRST_TIME)
    led = [(segment, library.poses[segment.slug]) for segment in segments]
    short = [wording.short_form(pose) for segment, pose in led if segment.hold_s < pose.hold.least_s]
    return warnings + short
