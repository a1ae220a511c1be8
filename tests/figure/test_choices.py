"""Camera, options, looks, props, room and cache."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from karani.body import Body
from karani.body.posture import Posture
from karani.body.surfaces import Roll, Slab
from karani.errors import FigureError
from karani.figure import Camera, Look, Options, draw, draw_kept, to_file, to_svg
from karani.figure.bind import BIND_DEG
from karani.figure.cache import digest_of
from karani.figure.camera import view_of
from karani.figure.contact_sheet import Group, contact_sheet, grouped_sheet, lines_of
from karani.figure.ground import room_of, wall_foot
from karani.figure.options import CLOTHES, TONES
from karani.figure.prop_shapes import prop_shapes
from karani.figure.props import around_skin, looks, props_of
from karani.figure.svg import STYLE
from tests.figure.free import free_posture
from tests.figure.svg_reading import all_shapes, parsed

CHAIR = Slab("chair", np.array([0, -0.5, 0.44]), np.eye(3), 0.22, 0.22, 0.12)
FLAT = Slab("blanket", np.array([0, 0.3, 0.1]), np.eye(3), 0.3, 0.22, 0.12)
BOLSTER = Roll("bolster", np.array([0, 0.3, 0.1]), np.array([1.0, 0, 0]), 0.1, 0.33)


@pytest.mark.parametrize("angles", [(np.nan, 5), (20, 91), (20, -90), (np.inf, 0)])
def test_a_camera_that_sees_nothing_is_refused(angles: tuple[float, float]) -> None:
    with pytest.raises(FigureError, match="elevation goes from"):
        Camera(*angles)


def test_unknown_looks_are_refused_with_those_there_are() -> None:
    with pytest.raises(FigureError, match=r"'green' is not a skin tone\. There are: light, tan"):
        Look(tone="green")
    with pytest.raises(FigureError, match="There are: coral"):
        Look(clothes="none")


def test_a_look_changes_classes_and_no_path(asha: Body) -> None:
    figure = draw(free_posture(asha, BIND_DEG), asha)
    pictures = {
        re.sub(r'class="kf[^"]*"', "", to_svg(figure, Look(tone, clothes)), count=1)
        for tone in TONES
        for clothes in CLOTHES
    }
    assert len(pictures) == 1


def test_every_class_that_is_drawn_has_its_color(asha: Body, posture: Callable[[str], Posture]) -> None:
    css = STYLE.read_text("utf-8")
    poses = ("viparita-karani-chair", "viparita-karani-support", "savasana-supported", "savasana-side")
    for slug in poses:
        for shape in all_shapes(draw(posture(slug), asha)):
            assert all(re.search(rf"\.{name}\b", css) for name in shape.classes.split())


def test_every_color_that_is_used_is_set() -> None:
    css = STYLE.read_text("utf-8")
    assert set(re.findall(r"var\((--k-\w+)\)", css)) <= set(re.findall(r"(--k-\w+):", css))
    assert all(f".kf-{name} " in css for name in (*TONES, *CLOTHES))


def test_props_of_content_have_a_solid_and_colors_in_the_sheet() -> None:
    css = STYLE.read_text("utf-8")
    for look in looks().values():
        assert look["solid"] in {"box", "cushion", "folded", "chair", "ribbon"}
        assert f".k-{look['color']} " in css
        assert f".k-{look['color']}2 " in css


def test_a_level_prop_stands_on_the_floor_and_reaches_its_top() -> None:
    for surface, top in ((FLAT, 0.1), (BOLSTER, 0.2)):
        (prop,) = props_of((surface,), np.zeros((1, 3)))
        heights = prop.solid.points[:, 2]
        assert heights.min() == pytest.approx(0, abs=0.01)
        assert heights.max() == pytest.approx(top, abs=0.01)


@pytest.mark.parametrize("body_y", [1.0, -2.0])
def test_a_chair_turns_its_back_away_from_the_body(body_y: float) -> None:
    (chair,) = props_of((CHAIR,), np.array([[0, body_y, 0]]))
    back = chair.solid.points[chair.solid.points[:, 2] > 0.6]
    assert np.sign(back[:, 1].mean() - CHAIR.middle[1]) == -np.sign(body_y - CHAIR.middle[1])


def test_props_are_painted_from_the_farthest_to_the_nearest() -> None:
    camera = Camera(90, 10)
    far = Slab("block", np.array([-0.5, 0, 0.1]), np.eye(3), 0.1, 0.1, 0.1)
    near = Slab("blanket", np.array([0.5, 0, 0.1]), np.eye(3), 0.1, 0.1, 0.1)
    props = props_of((near, far), np.zeros((1, 3)))
    view = view_of(camera, np.concatenate([prop.solid.points for prop in props]), 0.1)
    colors = [shape.color for shape in prop_shapes(props, view)]
    assert colors.index("k-cork") < colors.index("k-blanket")


def test_the_room_is_where_the_figure_says(asha: Body, posture: Callable[[str], Posture]) -> None:
    at_wall = parsed(to_svg(draw(posture("viparita-karani"), asha)))
    assert 0 < float(at_wall.get("data-wall-x") or 0) < 200
    assert 0 < float(at_wall.get("data-floor-y") or 0) < 600
    alone = parsed(to_svg(draw(posture("savasana"), asha)))
    assert alone.get("data-wall-x") is None


def test_a_wall_is_drawn_in_a_file_and_left_to_the_page_else(
    asha: Body, posture: Callable[[str], Posture]
) -> None:
    figure = draw(posture("viparita-karani"), asha)
    assert "k-wall" in to_file(figure)
    assert 'class="k-wall"' not in to_svg(figure)


def test_a_kept_figure_is_the_drawn_one(asha: Body, tmp_path: Path) -> None:
    posture = free_posture(asha, BIND_DEG)
    drawn = draw_kept(posture, asha, tmp_path / "figures")
    assert draw_kept(posture, asha, tmp_path / "figures") == drawn == draw(posture, asha)
    assert len(list((tmp_path / "figures").iterdir())) == 1


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"version": 0}', "\x00"])
def test_a_broken_file_is_drawn_anew(asha: Body, tmp_path: Path, content: str) -> None:
    posture = free_posture(asha, BIND_DEG)
    path = tmp_path / f"figure-{digest_of(posture, Options())}.json"
    path.write_text(content, "utf-8")
    assert draw_kept(posture, asha, tmp_path) == draw(posture, asha)


def test_a_folder_that_cannot_be_made_is_named(asha: Body, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FigureError, match="cannot be kept in"):
        draw_kept(free_posture(asha, BIND_DEG), asha, tmp_path / "file" / "figures")


def test_digests_differ_by_posture_camera_and_surface(asha: Body) -> None:
    straight = free_posture(asha, BIND_DEG)
    bent = free_posture(asha, BIND_DEG | {"knee_angle_r": 20.0})
    seated = free_posture(asha, BIND_DEG, CHAIR)
    digests = [digest_of(straight, Options()), digest_of(bent, Options()), digest_of(seated, Options())]
    digests.append(digest_of(straight, Options(camera=Camera(10, 5))))
    assert len(set(digests)) == len(digests)


def test_a_sheet_holds_every_figure_once_to_one_scale(asha: Body, posture: Callable[[str], Posture]) -> None:
    figures = [draw(posture(slug), asha) for slug in ("savasana", "viparita-karani", "savasana")]
    sheet = parsed(contact_sheet(figures, "Three", Look(), columns=2))
    cells = [element for element in sheet if element.get("role") == "img"]
    ids = [element.get("id") for element in sheet.iter() if element.get("id")]
    assert len(cells) == len(figures)
    assert len(ids) == len(set(ids))
    scales = [float(cell.get("width") or 0) / float((cell.get("viewBox") or "").split()[2]) for cell in cells]
    assert scales == pytest.approx([scales[0]] * len(scales), rel=0.01)


def test_a_strap_lies_around_the_skin_that_it_binds() -> None:
    around = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    circle = np.column_stack([np.cos(around), np.sin(around), np.zeros(40)])
    drawn = around_skin(0.06 * circle, np.concatenate([0.08 * circle, 0.5 * circle]))
    np.testing.assert_allclose(np.linalg.norm(drawn, axis=1), 0.08, atol=1e-9)


def test_a_wall_that_one_looks_straight_at_ends_the_floor_and_stands_at_no_side() -> None:
    points = np.array([[0.3, 0.2, 0.0], [-0.3, 1.6, 0.4]])
    for azimuth, behind in ((180.0, True), (90.0, False)):
        camera = Camera(azimuth, 20)
        view = view_of(camera, np.concatenate([points, wall_foot(points, 0.0)]), 0.1)
        room = room_of(view, camera, 0.0, points)
        assert (room.wall_x is None) == behind
        at_wall = view(np.array([0.0, 0.0, 0.0]))[0, 1]
        assert (room.floor_y == pytest.approx(at_wall)) == behind


def test_a_grouped_sheet_has_a_heading_for_each_group_and_every_name_once(
    asha: Body, posture: Callable[[str], Posture]
) -> None:
    figure = draw(posture("savasana"), asha)
    one, two, three = (replace(figure, title=name) for name in ("One", "Two", "Three"))
    sheet = parsed(grouped_sheet([Group("Standing", [one]), Group("Sitting", [two, three])], "All", Look()))
    texts = [element.text for element in sheet.iter() if element.tag.endswith("text")]
    assert texts == ["Standing", "One", "Sitting", "Two", "Three"]


def test_a_long_name_takes_two_lines_of_about_equal_length() -> None:
    assert lines_of("Legs Up the Wall") == ["Legs Up the Wall"]
    name = "Legs Up the Wall with a Blanket under the Pelvis"
    first, second = lines_of(name)
    assert f"{first} {second}" == name
    assert abs(len(first) - len(second)) < 8
