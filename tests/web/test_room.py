"""A pose's picture: the wall stands where the drawing leans on it, and the whole body lies in the frame."""

import pytest

from karani.library import read_library
from karani.web.glyph_box import glyph_box
from karani.web.room import BELOW_FLOOR, FLOOR_Y, frame_figure, frame_room

LIBRARY = read_library()
LEGS_AT_WALL = '<line class="prop" x1="10" y1="8" x2="10" y2="70"/><path d="M12 30 L20 68 L60 66"/><circle cx="66" cy="64" r="5"/>'
SITTING = '<path d="M40 66 L80 66 M60 66 L60 36"/><circle cx="60" cy="30" r="5"/>'


def numbers(view_box: str) -> tuple[float, ...]:
    return tuple(float(number) for number in view_box.split())


def test_a_drawing_that_leans_on_a_wall_gets_a_wall_and_loses_its_own_line_for_it() -> None:
    drawing = frame_room(LEGS_AT_WALL).drawing
    assert drawing.at_wall
    assert "x1" not in drawing.lines
    assert not frame_room(SITTING).drawing.at_wall


def test_the_figure_of_a_scene_stands_with_its_left_edge_at_the_wall() -> None:
    left, *_ = numbers(frame_figure(LEGS_AT_WALL).view_box)
    assert 10 < left < 12


def test_a_sitting_figure_is_in_the_middle_of_its_picture() -> None:
    left, _, width, _ = numbers(frame_room(SITTING).drawing.view_box)
    assert left + width / 2 == pytest.approx(60, abs=0.1)


@pytest.mark.parametrize("slug", sorted(LIBRARY.poses))
def test_every_pose_lies_whole_in_its_picture(slug: str) -> None:
    drawing = frame_room(LIBRARY.poses[slug].glyph).drawing
    box = glyph_box(drawing.lines)
    left, top, width, height = numbers(drawing.view_box)
    assert left <= box.left
    assert box.right <= left + width
    assert top <= box.top
    assert box.bottom <= top + height


@pytest.mark.parametrize("slug", sorted(LIBRARY.poses))
def test_every_pose_lies_on_the_floor_of_its_scene(slug: str) -> None:
    _, top, _, height = numbers(frame_figure(LIBRARY.poses[slug].glyph).view_box)
    assert top + height == pytest.approx(FLOOR_Y + BELOW_FLOOR, abs=0.1)


def test_curves_arcs_and_relative_steps_are_followed() -> None:
    box = glyph_box('<path d="M10 10 h20 v20 a5 5 0 0 1 10 10 c0 0 5 5 10 10"/>')
    assert (box.left, box.top, box.right, box.bottom) == (10, 10, 50, 50)


def test_a_circle_counts_with_its_radius() -> None:
    assert glyph_box('<circle cx="50" cy="40" r="5"/>').width == 10


def test_an_empty_drawing_still_has_a_frame() -> None:
    _, _, width, height = numbers(frame_room("").drawing.view_box)
    assert width > height > 0
