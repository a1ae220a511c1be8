"""The skin in a person's size and build: each segment as long as theirs, as heavy as they are."""

import numpy as np

from karani.body import Body, Person
from karani.body.body import Frames
from karani.body.segments import segment_of
from karani.figure.mesh import Floats
from karani.figure.skin import Skin, read_skin

SKINS = {"female": "woman", "male": "man"}
LARGER = "{}-large"
MEAN_BMI, LARGE_BMI = 22.0, 36.0
"""Of the two baked bodies of each sex [kg/m^2]; estimated from their volume, own judgement."""
HEAD = "head"
LEANEST, HEAVIEST = -0.25, 1.2


def skin_of(person: Person) -> Skin:
    return read_skin(SKINS[person.sex])


def heaviness(person: Person) -> float:
    """0 is the lean baked body, 1 the large one."""
    bmi = person.mass_kg / (person.height_cm / 100) ** 2
    return float(np.clip((bmi - MEAN_BMI) / (LARGE_BMI - MEAN_BMI), LEANEST, HEAVIEST))


def grown_points(skin: Skin, body: Body, bind: Frames) -> Floats:
    """The skin's points (points, 3) around this person's skeleton in the bind posture."""
    large = read_skin(LARGER.format(SKINS[body.person.sex]))
    built = skin.points + heaviness(body.person) * (large.points - skin.points)
    factors = np.array([body.factors.lengths[segment_of(name)] for name in skin.bodies])
    places = np.array([bind[name][0] for name in skin.bodies])
    grown = np.zeros_like(built)
    for column in range(skin.body_index.shape[1]):
        index = skin.body_index[:, column]
        moved = places[index] + factors[index, None] * (built - skin.bind_positions[index])
        grown += skin.weights[:, column, None] * moved
    return grown


def grown_curves(skin: Skin, body: Body, bind: Frames) -> dict[str, Floats]:
    """The face's curves on this person's head in the bind posture."""
    place = skin.bind_positions[skin.bodies.index(HEAD)]
    factor = body.factors.lengths[HEAD]
    return {name: bind[HEAD][0] + factor * (curve - place) for name, curve in skin.curves.items()}
