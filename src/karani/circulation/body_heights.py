"""Heights from a posture that was solved for a person's own body.

The model's lying rest has every vessel at one height, as the joints of a body on its back have. So the heart is taken at the middle
depth of the chest, not behind the breastbone, where it lies 4 cm higher; and the neck's sensors between shoulder and head.
"""

from collections.abc import Mapping
from functools import cache

from karani.body import Body, Posture, solve_posture
from karani.circulation.heights import Heights, lengths_of, on_the_floor, posed
from karani.circulation.persons import Person
from karani.circulation.physiology import read_physiology
from karani.circulation.simulate import HeightsOf
from karani.library.pose import Pose

CHEST = "torso"
HEART_BEFORE_CHEST_CM = 4.5
"""How far the body's heart lies in front of the origin of the chest [cm], at the model's own size."""
MODEL_HEIGHT_CM = 176.8
FRONT, UP = 0, 2


def heights_of_body(body: Body, poses: Mapping[str, Pose]) -> HeightsOf:
    """Heights for `simulate`, each pose solved once; a pose that does not solve keeps the elevations of its content."""

    @cache
    def heights_of(slug: str, person: Person) -> Heights:
        pose = poses[slug]
        posture = solve_posture(pose, body)
        if not posture.solved:
            return posed(lengths_of(person.height_cm, read_physiology().persons), pose.posture)
        return heights_of_posture(posture)

    return heights_of


def heights_of_posture(posture: Posture) -> Heights:
    """What the circulation takes of a posture, cm above the lowest joint."""
    above = posture.heights_cm
    persons = read_physiology().persons
    neck_share = (persons.neck_share - persons.shoulder_share) / (persons.head_share - persons.shoulder_share)
    return on_the_floor(
        Heights(
            head_cm=above["head"],
            neck_cm=above["shoulder"] + neck_share * (above["head"] - above["shoulder"]),
            shoulder_cm=above["shoulder"],
            hand_cm=above["wrist"],
            heart_cm=above["heart"] - heart_before_chest_cm(posture),
            hip_cm=above["hip"],
            knee_cm=above["knee"],
            ankle_cm=above["ankle"],
        )
    )


def heart_before_chest_cm(posture: Posture) -> float:
    """How much of the heart's height comes from its place in front of the chest's middle."""
    _, turn = posture.frames[CHEST]
    scale = posture.person.height_cm / MODEL_HEIGHT_CM * posture.person.proportions.trunk
    return HEART_BEFORE_CHEST_CM * scale * float(turn[UP, FRONT])
