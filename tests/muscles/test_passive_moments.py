"""Passive moments of the leg against Riener and Edrich (1999), in postures that were not used to fit them."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from karani.body import Body
from karani.muscles.calibrate import FIT, Leg, passive_leg_moments, posed, riener_edrich
from karani.muscles.model import model_at

CHECKED = (
    *(Leg(hip, knee) for hip, knee in product((-5, 5, 22, 37, 52, 67, 82, 95), (4, 12, 22, 45, 75, 105))),
    *(Leg(0, knee, ankle) for knee, ankle in product((5, 35, 80), (-20, -5, 5, 15))),
)
RMS_NM, WORST_NM = 4.0, 12.0


@pytest.fixture(scope="module")
def misses(unscaled: Body) -> NDArray[np.float64]:
    model = model_at(unscaled, 1.0)
    found = [passive_leg_moments(model, posed(model, leg), model.curves) for leg in CHECKED]
    wanted = np.array([riener_edrich(leg) for leg in CHECKED])
    missed: NDArray[np.float64] = np.array(found) - wanted
    return missed


def test_the_postures_checked_are_sixty_and_none_was_fitted() -> None:
    assert len(CHECKED) >= 60
    assert not set(CHECKED) & set(FIT)


@pytest.mark.parametrize(("joint", "name"), list(enumerate(("hip", "knee", "ankle"))))
def test_the_moment_of_each_joint_agrees(misses: NDArray[np.float64], joint: int, name: str) -> None:
    assert np.sqrt((misses[:, joint] ** 2).mean()) <= RMS_NM, name
    assert np.abs(misses[:, joint]).max() <= WORST_NM, name


def test_the_authoritys_own_numbers_are_the_published_ones() -> None:
    """Standing straight: the three formulas' constants add up to these moments."""
    assert riener_edrich(Leg(0, 0)) == pytest.approx([8.57, 10.42, -6.39], abs=0.02)
