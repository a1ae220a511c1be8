"""One number for how far a person's muscles give way, found from the straight-leg raise.

The raise is where the passive moment at the hip, knee straight and ankle free, reaches TOLERANCE for a body of the
reference size. That a straight leg is lifted until then is a choice; a raise measured lying down also turns the
pelvis by a quarter to a third of it (Bohannon 1985, doi 10.1093/ptj/65.10.1501), which is not taken off here.
"""

from scipy.optimize import brentq

from karani.body import coordinates_from_deg
from karani.muscles.mechanics import Mechanics, mechanics_at
from karani.muscles.model import MuscleModel
from karani.muscles.parameters import AREA_POWER, REFERENCE_MASS_KG
from karani.muscles.stretch import stretch_at

TOLERANCE_NM = 40.0
REFERENCE_HEIGHT_CM = 176.8
LEAST, MOST = 0.2, 3.0
HIP = "hip_flexion_r"


def flexibility_of(model: MuscleModel, straight_leg_raise_deg: float) -> float:
    """The number [1] with which this body's raise is the one asked for; at an end of its range where none does."""
    mechanics = raised_leg(model, straight_leg_raise_deg)

    def over(flexibility: float) -> float:
        return raising_moment(model, mechanics, flexibility) - tolerance_nm(model)

    if over(LEAST) <= 0:
        return LEAST
    if over(MOST) >= 0:
        return MOST
    return float(brentq(over, LEAST, MOST, xtol=1e-6))


def straight_leg_raise_deg(model: MuscleModel) -> float:
    """How far a model's straight leg lifts [deg]: the inverse of `flexibility_of`."""

    def over(angle: float) -> float:
        moment = raising_moment(model, raised_leg(model, angle), model.flexibility)
        return moment - tolerance_nm(model)

    return float(brentq(over, 10.0, 150.0, xtol=1e-3))


def tolerance_nm(model: MuscleModel) -> float:
    """Grows with the body as its passive moments do."""
    person = model.body.person
    area = (person.mass_kg / REFERENCE_MASS_KG) ** AREA_POWER
    return float(TOLERANCE_NM * area * person.height_cm / REFERENCE_HEIGHT_CM)


def raised_leg(model: MuscleModel, angle_deg: float) -> Mechanics:
    return mechanics_at(model, coordinates_from_deg(model.body, {HIP: angle_deg}))


def raising_moment(model: MuscleModel, mechanics: Mechanics, flexibility: float) -> float:
    """What pulls the raised leg down [N m]."""
    return -float(stretch_at(model, mechanics, flexibility).moments[model.names.index(HIP)])
