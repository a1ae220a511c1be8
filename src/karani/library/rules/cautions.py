"""Whoever may not practice a pose is offered another that is open to them."""

from collections.abc import Iterator

from karani.library.findings import Finding
from karani.library.pose import Caution, Pose
from karani.library.rules.shelf import Shelf, find_in

CLOSED = ("avoid", "modify")


def closed_poses_offer_another(pose: Pose, _: Shelf) -> Iterator[Finding]:
    for caution in pose.cautions:
        if caution.action in CLOSED and caution.instead is None:
            sentence = f"is missing, though the pose meets it with {caution.action!r}; the slug of an open pose would be right"
            yield find_in(pose, f"instead.{caution.condition}", sentence)


def offered_poses_are_open(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for caution in pose.cautions:
        offered = shelf.library.poses.get(caution.instead or "")
        if offered is None:
            continue
        if offered.guide_only:
            yield find_in(
                pose, f"instead.{caution.condition}", f"{offered.slug!r} is only explained, never practiced"
            )
        for theirs in meet(offered, caution.condition):
            sentence = (
                f"{offered.slug!r} meets this condition with {theirs.action!r}; an open pose would be right"
            )
            yield find_in(pose, f"instead.{caution.condition}", sentence)


def meet(pose: Pose, condition: str) -> Iterator[Caution]:
    for caution in pose.cautions:
        if caution.condition == condition and caution.action in CLOSED:
            yield caution


def easier_poses_are_practiced(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for slug in pose.easier:
        if shelf.library.poses[slug].guide_only:
            yield find_in(
                pose,
                "easier",
                f"{slug!r} is only explained, never practiced; a pose to practice would be right",
            )


def planned_poses_are_practiced(shelf: Shelf) -> Iterator[Finding]:
    for need in shelf.library.needs.values():
        for phase in ("arrive", "prepare", "support", "main", "rest", "return_to"):
            for slug in getattr(need, phase):
                if shelf.library.poses[slug].guide_only:
                    sentence = f"{slug!r} is only explained, never planned; a pose to practice would be right"
                    yield Finding("vocabulary/needs.toml", f"needs.{need.slug}.{phase}", sentence)


POSE_RULES = (closed_poses_offer_another, offered_poses_are_open, easier_poses_are_practiced)
SHELF_RULES = (planned_poses_are_practiced,)
