"""Who stands behind a guide: typed roles, our own authorship plainly said, sources as sources only."""

from dataclasses import dataclass

from karani.library import Library
from karani.library.pose import Pose

NOT_REVIEWED = "No teacher and no physician has reviewed this page yet."
REVIEWER = "reviewer"
ROLES = ("author", "translator", REVIEWER, "teacher", "source")


@dataclass(frozen=True, slots=True)
class Credit:
    role: str
    role_name: str
    text: str


def list_credits(pose: Pose, library: Library) -> tuple[Credit, ...]:
    """The authors, who reviewed it, then the sources that this pose names itself."""
    names = library.words["credit_role"]
    found = [
        Credit(one.role, names[one.role], one.name)
        for one in sorted(library.contributors.values(), key=lambda one: ROLES.index(one.role))
        if one.role != "source"
    ]
    if not any(credit.role == REVIEWER for credit in found):
        found.append(Credit(REVIEWER, names[REVIEWER], NOT_REVIEWED))
    return (*found, *(Credit("source", names["source"], text) for text in pose.credits))
