"""Where a body's parts lie, by trigonometry that can be done by hand."""

import numpy as np
import pytest

from karani.circulation.heights import lengths_of, posed, regions_of, sitting, tilted
from karani.circulation.kernel.layout import CALF, HEAD, HEART, THIGH, TRUNK
from karani.circulation.physiology import read_physiology
from karani.library import Library, read_library

LENGTHS = lengths_of(175.0, read_physiology().persons)


def test_a_standing_heart_is_at_seven_tenths_of_the_height() -> None:
    standing = tilted(LENGTHS, 90.0)
    assert standing.heart_cm - standing.ankle_cm == pytest.approx((0.725 - 0.039) * 175.0)


def test_lying_nothing_is_higher_than_anything() -> None:
    assert np.allclose(regions_of(tilted(LENGTHS, 0.0), LENGTHS), 0.0)


def test_head_down_is_head_up_turned_over() -> None:
    up, down = (regions_of(tilted(LENGTHS, tilt_deg), LENGTHS) for tilt_deg in (30.0, -30.0))
    assert np.allclose(up, -down)


def test_sitting_knees_are_as_high_as_hips() -> None:
    seated = sitting(LENGTHS)
    assert seated.knee_cm == pytest.approx(seated.hip_cm)


def test_at_the_wall_the_calves_lie_above_the_heart() -> None:
    at_wall = regions_of(posed(LENGTHS, read_library().pose("viparita-karani").posture), LENGTHS)
    assert at_wall[CALF] > at_wall[THIGH] > at_wall[HEART]
    assert at_wall[CALF] == pytest.approx(60.0, abs=15.0)


@pytest.mark.parametrize("slug", sorted(read_library().poses))
def test_every_pose_of_the_library_has_heights(slug: str, library: Library) -> None:
    regions = regions_of(posed(LENGTHS, library.pose(slug).posture), LENGTHS)
    assert np.isfinite(regions).all()
    assert np.abs(regions[HEAD]) < 60.0
    assert -1.0 <= regions[TRUNK] <= 1.0
