"""One number from the straight-leg raise, and back."""

import numpy as np
import pytest

from karani.body import Body
from karani.muscles.flexibility import LEAST, flexibility_of, straight_leg_raise_deg
from karani.muscles.model import model_at, with_flexibility


@pytest.mark.parametrize("raise_deg", [50, 60, 70, 80, 90, 100, 115])
def test_the_straight_leg_raise_comes_back_to_a_degree(asha: Body, unscaled: Body, raise_deg: float) -> None:
    for body in (asha, unscaled):
        model = model_at(body, 1.0)
        found = with_flexibility(model, flexibility_of(model, raise_deg))
        assert straight_leg_raise_deg(found) == pytest.approx(raise_deg, abs=1)


def test_who_lifts_the_leg_higher_gives_way_more(asha: Body) -> None:
    model = model_at(asha, 1.0)
    numbers = [flexibility_of(model, raise_deg) for raise_deg in (50, 65, 80, 95, 110)]
    assert np.all(np.diff(numbers) > 0.01)


def test_a_raise_nobody_has_ends_at_the_range(asha: Body) -> None:
    assert flexibility_of(model_at(asha, 1.0), 5) == LEAST
