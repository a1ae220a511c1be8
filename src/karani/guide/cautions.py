"""What stands against a pose, the strictest first, with what to do instead."""

from karani.guide.guide import GuideCaution
from karani.guide.refs import refer_to
from karani.library import Library
from karani.library.pose import Caution, Pose

STRICTEST_FIRST = ("avoid", "modify", "ask_doctor", "caution")


def describe_cautions(pose: Pose, library: Library) -> tuple[GuideCaution, ...]:
    in_order = sorted(pose.cautions, key=lambda caution: STRICTEST_FIRST.index(caution.action))
    return tuple(describe_caution(caution, library) for caution in in_order)


def describe_caution(caution: Caution, library: Library) -> GuideCaution:
    return GuideCaution(
        condition=caution.condition,
        condition_name=library.conditions[caution.condition].name,
        action=caution.action,
        action_name=library.words["action"][caution.action],
        basis=caution.basis,
        basis_name=library.words["basis"][caution.basis],
        why=caution.why,
        instead=refer_to(library.pose(caution.instead)) if caution.instead else None,
    )
