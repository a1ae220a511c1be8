"""From masks to curves: outlines are closed, thin and where the mask is; seams between pixels become lines."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from karani.figure.cracks import follow
from karani.figure.depth import rasterize
from karani.figure.ink import stroke
from karani.figure.mesh import Bools
from karani.figure.path_data import path_data, short
from karani.figure.paths import area, mask_outlines, thinned
from tests.figure.svg_reading import numbers


def disc(radius: float, size: int = 120) -> Bools:
    row, column = np.mgrid[:size, :size]
    return np.asarray((row - size / 2) ** 2 + (column - size / 2) ** 2 < radius**2)


def test_a_disc_is_one_curve_of_its_size_with_few_nodes() -> None:
    (curve,) = mask_outlines(disc(40), blur=1.1, smooth=1.6, tolerance=0.4, least_area=60)
    assert abs(area(curve)) == pytest.approx(np.pi * 40**2, rel=0.03)
    assert 8 < len(curve) < 40


def test_a_ring_is_two_curves_the_outer_first() -> None:
    outer, inner = mask_outlines(disc(50) & ~disc(20), blur=1.1, smooth=1.6, tolerance=0.4, least_area=60)
    assert abs(area(outer)) > abs(area(inner))


def test_an_empty_mask_and_a_speck_have_no_outline() -> None:
    empty = np.zeros((40, 40), dtype=bool)
    speck = empty.copy()
    speck[5, 5] = True
    for mask in (empty, speck):
        assert mask_outlines(mask, blur=1.1, smooth=1.6, tolerance=0.4, least_area=60) == ()


def test_a_mask_that_touches_the_edge_of_the_sheet_is_closed_too() -> None:
    mask = np.ones((30, 50), dtype=bool)
    (curve,) = mask_outlines(mask, blur=1.1, smooth=0, tolerance=0.4, least_area=60)
    assert abs(area(curve)) == pytest.approx(30 * 50, rel=0.05)


@given(count=st.integers(8, 200), tolerance=st.floats(0.1, 3))
def test_thinned_curves_stay_within_the_tolerance(count: int, tolerance: float) -> None:
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    curve = np.column_stack([50 * np.cos(angle), 20 * np.sin(angle)])
    kept = thinned(curve, tolerance)
    assert len(kept) <= count
    assert {tuple(node) for node in kept} <= {tuple(node) for node in curve}
    assert abs(area(kept)) <= abs(area(curve)) + 1e-9


def test_path_data_ends_where_it_began() -> None:
    data = path_data([np.array([[10.0, 10], [50, 12], [40, 60], [12, 44]])])
    steps = np.array(numbers(data)[2:]).reshape(-1, 6)[:, 4:]
    assert steps.sum(0) == pytest.approx([0, 0], abs=1e-9)
    assert data.endswith("z")


@given(tenths=st.integers(-100_000, 100_000))
def test_short_numbers_are_read_as_what_they_are(tenths: int) -> None:
    assert float(short(tenths)) == pytest.approx(tenths / 10)


def test_the_seam_round_a_square_is_one_ring() -> None:
    inside = np.zeros((20, 20), dtype=bool)
    inside[5:15, 5:15] = True
    (ring,) = follow(inside[:, :-1] != inside[:, 1:], inside[:-1] != inside[1:])
    assert (ring[0] == ring[-1]).all()
    assert len(ring) == 41
    assert ring.min(0) == pytest.approx([4.5, 4.5])


def test_lines_end_where_three_meet() -> None:
    part = np.zeros((20, 20), dtype=int)
    part[:, 10:] = 1
    part[10:, 10:] = 2
    lines = follow(part[:, :-1] != part[:, 1:], part[:-1] != part[1:])
    assert len(lines) == 3
    assert all((line == [9.5, 9.5]).all(1).any() for line in lines)


def test_a_stroke_is_thin_at_its_ends_and_as_wide_as_asked_in_the_middle() -> None:
    line = np.column_stack([np.linspace(0, 100, 60), np.zeros(60)])
    outline = stroke(line, 3.0)
    widths = np.ptp(np.stack([outline, outline[::-1]]), axis=0)[:, 1]
    assert widths.max() == pytest.approx(3.0, rel=0.01)
    assert widths[0] < 1.0


def triangle(depth: float, size: float = 20.0) -> list[list[float]]:
    return [[0.0, 0.0, depth], [0.0, size, depth], [size, 0.0, depth]]


def test_the_nearest_triangle_is_seen() -> None:
    buffer = rasterize(np.array([triangle(1.0), triangle(2.0, 10.0)]), 30, 30)
    assert buffer.triangle[2, 2] == 1
    assert buffer.triangle[12, 2] == 0
    assert buffer.triangle[29, 29] == -1
    assert buffer.depth[2, 2] == pytest.approx(2.0)


def test_triangles_beside_the_sheet_are_left_out() -> None:
    corners = np.array([triangle(1.0)]) + np.array([100.0, 0, 0])
    assert (rasterize(corners, 30, 30).triangle == -1).all()


def test_shares_give_the_place_within_the_triangle() -> None:
    buffer = rasterize(np.array([triangle(1.0)]), 30, 30)
    assert buffer.shares[4, 8] == pytest.approx([4 / 20, 8 / 20], abs=1e-6)
