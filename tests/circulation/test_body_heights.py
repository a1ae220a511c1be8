"""Heights that a solved posture gives, beside those of a straight body."""

import numpy as np
import pytest

from karani.body import Body, solve_posture
from karani.circulation import PoseName, simulate
from karani.circulation.body_heights import heights_of_body, heights_of_posture
from karani.circulation.heights import lengths_of, regions_of
from karani.circulation.kernel.layout import CALF, HEAD, HEART, N_POSTURE, THIGH, TRUNK
from karani.circulation.physiology import read_physiology
from karani.library import Library
from tests.circulation.people import ASHA, late, timeline

LENGTHS = lengths_of(ASHA.height_cm, read_physiology().persons)


def regions(slug: str, body: Body, library: Library) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return regions_of(heights_of_posture(solve_posture(library.pose(slug), body)), LENGTHS)


def test_a_body_lying_flat_has_all_its_blood_at_one_height(body: Body, library: Library) -> None:
    lying = regions("savasana", body, library)
    assert np.abs(lying[:TRUNK]).max() < 6.0
    assert lying[TRUNK] == pytest.approx(0.0, abs=0.1)
    assert np.all(lying[TRUNK + 1 : N_POSTURE] == 0.0)


def test_legs_at_the_wall_lie_higher_the_farther_from_the_hip(body: Body, library: Library) -> None:
    at_wall = regions("viparita-karani", body, library)
    assert at_wall[CALF] > at_wall[THIGH] + 20.0 > at_wall[HEART] + 30.0


def test_the_shoulderstand_turns_the_trunk_over(body: Body, library: Library) -> None:
    turned = regions("salamba-sarvangasana", body, library)
    assert turned[TRUNK] < -0.8
    assert turned[HEAD] < -10.0


def test_calves_on_a_chair_give_less_blood_than_legs_at_the_wall(body: Body, library: Library) -> None:
    heights_of = heights_of_body(body, library.poses)
    wall, chair = (
        late(simulate(timeline((PoseName(slug), 120.0)), ASHA, heights_of), "calf_vein_pressure_mmhg")
        for slug in ("viparita-karani", "viparita-karani-chair")
    )
    assert wall < chair < 0.0


def test_each_pose_is_solved_once(body: Body, library: Library) -> None:
    heights_of = heights_of_body(body, library.poses)
    assert heights_of("savasana", ASHA) is heights_of("savasana", ASHA)
