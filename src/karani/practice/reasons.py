"""One sentence for each pose of a practice: why it stands there."""

from karani.library.pose import Pose
from karani.practice.choosing import Choice, is_for_one_pose
from karani.practice.order import raises_legs
from karani.practice.situation import Situation
from karani.practice.wording import takes_the_place


def reason_of(choice: Choice, main: Pose, situation: Situation) -> str:
    sentence = role_reason(choice, main, situation)
    return " ".join(filter(None, (sentence, stand_in_reason(choice, situation))))


def stand_in_reason(choice: Choice, situation: Situation) -> str:
    """Why it and not the pose whose place it takes."""
    if choice.place_of is None:
        return ""
    instead_of = situation.library.poses[choice.place_of]
    left_out = situation.closed.get(choice.place_of)
    sentence = takes_the_place(choice.pose, instead_of)
    if left_out is None or left_out.condition is None:
        return sentence if choice.role == "main" else ""
    return f"{sentence} You told us {situation.library.conditions[left_out.condition].told}."


def role_reason(choice: Choice, main: Pose, situation: Situation) -> str:
    match choice.role:
        case "arrive":
            return "A quiet start, before anything is asked of the body."
        case "prepare":
            return f"{preparation_of(choice.pose)} before {main.name}."
        case "support":
            return support_reason(choice.pose, main)
        case "main":
            return main_reason(choice.pose, situation)
        case "rest":
            return rest_reason(main, situation)
        case _:
            return "A while here, before you get up."


def preparation_of(pose: Pose) -> str:
    if pose.features.ham != "none":
        return "It lengthens the backs of the legs"
    if pose.features.hip != "none":
        return "It loosens the hips"
    if pose.features.flex != "none" or pose.features.ext != "none":
        return "It moves the spine gently"
    return "It settles the body"


def support_reason(pose: Pose, main: Pose) -> str:
    if pose.features.hip != "none":
        return f"A rest that opens the hips, on the way to {main.name}."
    if pose.features.ext != "none":
        return f"A gentle arch, before {main.name} and never after it."
    return f"A rest lying down, on the way to {main.name}."


def main_reason(pose: Pose, situation: Situation) -> str:
    if situation.request.pose in (pose.slug, pose.root):
        return "The pose that you asked for."
    if is_for_one_pose(situation):
        return "The one pose of this practice, unhurried."
    return " ".join(filter(None, (f"The main pose {situation.need.title}.", pose.helps)))


def rest_reason(main: Pose, situation: Situation) -> str:
    if situation.stays_at_the_end():
        return "You may fall asleep here."
    after = "after the legs come down" if raises_legs(main) else "before the end"
    return f"A level rest {after}."
