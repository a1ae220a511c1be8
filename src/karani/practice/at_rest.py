"""Which poses are held at rest, as content has it."""

from karani.library.pose import Pose

RESTFUL = "restorative"


def held_at_rest(pose: Pose) -> bool:
    """Whether muscles rest in it."""
    return not pose.works or RESTFUL in pose.types
