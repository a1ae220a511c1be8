"""Fits the legs' passive curves to the passive joint moments of Riener and Edrich.

Run: python -m karani.muscles.calibrate CACHE_FOLDER. It prints the table for content/physiology/passive_curves.toml. The
postures used are FIT below; tests check others. A weak prior (begins 0.12, full 0.9 beyond) decides how muscles that do
the same share a moment; adductors are held small in the postures of lying and standing, where no authority measured them.
"""

import sys
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from karani.body import Person, coordinates_from_deg, make_body, read_model
from karani.muscles.fiber import fibers_at
from karani.muscles.ligaments import ligament_moments
from karani.muscles.mechanics import Mechanics, mechanics_at
from karani.muscles.model import MuscleModel, model_at
from karani.muscles.parameters import base_name
from karani.muscles.passive import PassiveCurves, curve_tables, passive_forces

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


class Leg(NamedTuple):
    """Angles [deg]: hip and knee flexion, ankle dorsiflexion, hip abduction."""

    hip: float
    knee: float
    ankle: float = 0.0
    abduction: float = 0.0


JOINTS = ("hip_flexion_r", "knee_angle_r", "ankle_angle_r")
FIT = (
    *(
        Leg(hip, knee)
        for hip, knee in product((-10, 0, 15, 30, 45, 60, 75, 90, 100), (0, 8, 15, 30, 60, 90, 115))
    ),
    *(Leg(0, knee, ankle) for knee, ankle in product((0, 15, 60), (-25, -10, 10, 20))),
)
ABDUCTED = (Leg(0, 0, 0, 15), Leg(0, 0, 0, 30), Leg(60, 90, 0, 20))
SMALL_NM = 3.0
"""What an abducted leg is let to pull inward by itself; a prior, not a measurement."""
PRIOR = (0.12, 0.9)
PRIOR_WEIGHTS = (1.5, 0.8)
LOW, HIGH = (-0.15, 0.35), (0.8, 2.0)
MISS_NM = 5.0


def riener_edrich(leg: Leg) -> Vector:
    """Passive moments [N m] of hip (+ flexion), knee (+ flexion) and ankle (+ dorsiflexion), (3,).

    Riener and Edrich 1999, J Biomech 32:539, doi 10.1016/S0021-9290(99)00009-7.
    """
    h, k, a = leg.hip, leg.knee, -leg.ankle
    hip = np.exp(1.4655 - 0.0034 * k - 0.0750 * h) - np.exp(1.3403 - 0.0226 * k + 0.0305 * h) + 8.072
    knee = np.exp(1.800 - 0.0460 * a - 0.0352 * k + 0.0217 * h) + np.exp(2.220 - 0.150 * k) - 4.820
    knee -= np.exp(-3.971 - 0.0004 * a + 0.0495 * k - 0.0128 * h)
    ankle = np.exp(-7.9763 + 0.1949 * a + 0.0008 * k) - np.exp(2.1016 - 0.0843 * a - 0.0176 * k) + 1.792
    return np.array([hip, knee, ankle])


def posed(model: MuscleModel, leg: Leg) -> Mechanics:
    angles = dict(zip(JOINTS, (leg.hip, leg.knee, leg.ankle), strict=True))
    return mechanics_at(model, coordinates_from_deg(model.body, angles | {"hip_adduction_r": -leg.abduction}))


def passive_leg_moments(model: MuscleModel, mechanics: Mechanics, curves: PassiveCurves) -> Vector:
    """Of hip flexion, knee, ankle [N m] by the right leg's muscles and ligaments, flexibility 1, (3,)."""
    places = [model.names.index(joint) for joint in JOINTS]
    return all_moments(model, mechanics, curves)[places]


def all_moments(model: MuscleModel, mechanics: Mechanics, curves: PassiveCurves) -> Vector:
    forces = passive_forces(model.parameters, curves, fibers_at(model.parameters, mechanics.lengths), 1.0)
    angles = np.degrees(mechanics.motion.x[model.carrier.space.first])
    return mechanics.arms.T @ forces + ligament_moments(model.names, angles, 1.0)


def calibrated(model: MuscleModel, values: Vector) -> PassiveCurves:
    """Curves with these strains: where each group begins, then how much later it is full."""
    groups = group_numbers(model)
    begins, later = np.split(values, 2)
    chosen = groups >= 0
    own = model.curves
    return PassiveCurves(
        np.where(chosen, begins[groups], own.begins_at),
        np.where(chosen, (begins + later)[groups], own.full_at),
        own.calibrated,
    )


def group_numbers(model: MuscleModel) -> NDArray[np.int64]:
    names = [base_name(model.body.muscles[row]) for row in model.parameters.rows]
    starts = [tuple(table["paths"]) for table in curve_tables().values()]
    return np.array(
        [next((n for n, start in enumerate(starts) if name.startswith(start)), -1) for name in names]
    )


def fit(model: MuscleModel) -> Vector:
    wanted = np.array([riener_edrich(leg) for leg in FIT])
    posed_legs = [posed(model, leg) for leg in FIT]
    aside = [posed(model, leg) for leg in ABDUCTED]
    inward = model.names.index("hip_adduction_r")
    groups = len(curve_tables())
    prior = np.repeat(PRIOR, groups)
    weights = np.repeat(PRIOR_WEIGHTS, groups)

    def misses(values: Vector) -> Vector:
        curves = calibrated(model, values)
        found = np.array([passive_leg_moments(model, leg, curves) for leg in posed_legs])
        pull = np.array([all_moments(model, leg, curves)[inward] for leg in aside])
        over = np.maximum(pull - SMALL_NM, 0.0)
        return np.concatenate(
            [(found - wanted).ravel() / MISS_NM, over / MISS_NM, weights * (values - prior)]
        )

    low, high = np.repeat(LOW, groups), np.repeat(HIGH, groups)
    solution = least_squares(misses, np.clip(prior, low, high), bounds=(low, high), max_nfev=80)
    return np.asarray(solution.x)


def main() -> None:
    body = make_body(Person(height_cm=176.8, mass_kg=75, sex="male"), read_model(Path(sys.argv[1])))
    model = model_at(body, 1.0)
    sys.stdout.write("\n".join(report(model, fit(model))) + "\n")


def report(model: MuscleModel, values: Vector) -> list[str]:
    begins, later = np.split(values, 2)
    lines = [
        f"{name}: begins_at = {begin:.3f}, full_at = {begin + more:.3f}"
        for name, begin, more in zip(curve_tables(), begins, later, strict=True)
    ]
    curves = calibrated(model, values)
    found = np.array([passive_leg_moments(model, posed(model, leg), curves) for leg in FIT])
    misses = found - np.array([riener_edrich(leg) for leg in FIT])
    rms, worst = np.sqrt((misses**2).mean(axis=0)), np.abs(misses).max(axis=0)
    lines.append(f"hip, knee, ankle [N m]: rms {rms.round(2)}, worst {worst.round(2)}")
    off = [(leg, miss) for leg, miss in zip(FIT, misses, strict=True) if np.abs(miss).max() > MISS_NM]
    return [*lines, *(f"{leg}: {miss.round(1)}" for leg, miss in off)]


if __name__ == "__main__":
    main()
