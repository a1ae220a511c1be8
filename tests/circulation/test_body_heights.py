"""Heights that a solved posture gives, beside those of a straight body."""

from dataclasses import astuple, replace

import numpy as np
import pytest

from karani.body import Body, Posture, solve_posture
from karani.body.mirror import mirror_image
from karani.body.report import PLACES
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


@pytest.mark.parametrize("slug", ["vrksasana", "supta-matsyendrasana", "setu-bandha-supported"])
def test_the_other_side_moves_the_same_blood(slug: str, body: Body, library: Library) -> None:
    """Both legs are one compartment, at the mean of their heights; so a pose and its mirror image are one to the blood."""
    posture = solve_posture(library.pose(slug), body)
    one, other = joint_heights(posture), joint_heights(mirror_image(posture, body))
    assert other == pytest.approx(one, abs=1e-3)  # the model's two hips differ by half a millimeter
    assert {name: 100.0 * height for name, height in one.items()} == pytest.approx(
        {name: posture.heights_cm[name] for name in one}, abs=1e-6
    )


def joint_heights(posture: Posture) -> dict[str, float]:
    """m above the floor; of paired joints the mean of both sides."""
    return {
        name: float(np.mean([posture.frames[segment.format(side)][0][2] for side in "rl"]))
        for name, segment in PLACES.items()
    }


def test_lying_the_other_way_about_moves_no_blood(body: Body, library: Library) -> None:
    """Head where the feet were: heights above the floor are all that counts."""
    pose = library.pose("savasana")
    turned = replace(pose, posture=replace(pose.posture, heading_deg=180.0))
    one, other = (heights_of_posture(solve_posture(each, body)) for each in (pose, turned))
    assert astuple(other) == pytest.approx(astuple(one), abs=0.5)


def test_each_pose_is_solved_once(body: Body, library: Library) -> None:
    heights_of = heights_of_body(body, library.poses)
    assert heights_of("savasana", ASHA) is heights_of("savasana", ASHA)
