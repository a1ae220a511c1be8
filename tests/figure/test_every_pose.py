"""Every pose of the library is drawn, and each drawing keeps the same laws."""

import gzip
import math
from collections.abc import Callable

import pytest

from karani.body import Body
from karani.body.posture import Posture
from karani.figure import Figure, draw, to_file, to_svg
from karani.figure.way import options_of
from karani.library import Library, read_library
from tests.figure.svg_reading import SVG, all_shapes, commands, numbers, parsed

POSES = sorted(read_library().poses)
MOST_BYTES = 15_000


@pytest.fixture(scope="module", params=POSES)
def figure(
    request: pytest.FixtureRequest, asha: Body, posture: Callable[[str], Posture], library: Library
) -> Figure:
    """As it is shown: from the camera that the pose names, if it names one."""
    pose = library.pose(request.param)
    return draw(posture(pose.slug), asha, options_of(pose, pose.name))


def test_every_area_is_a_closed_path_of_numbers(figure: Figure) -> None:
    for shape in all_shapes(figure):
        assert shape.data.startswith("M")
        assert "nan" not in shape.data
        if "k-seam" not in shape.classes:
            assert shape.data.count("M") == shape.data.count("z")
        assert all(math.isfinite(number) for number in numbers(shape.data))


def test_breathing_in_moves_numbers_and_nothing_else(figure: Figure) -> None:
    for shape in all_shapes(figure):
        if shape.breathed_in is not None:
            assert commands(shape.breathed_in) == commands(shape.data)
            assert len(numbers(shape.breathed_in)) == len(numbers(shape.data))
            assert shape.breathed_in != shape.data


def test_the_silhouette_breathes(figure: Figure) -> None:
    assert any(shape.breathed_in for shape in all_shapes(figure))


def test_a_figure_is_small_enough_to_send(figure: Figure) -> None:
    assert len(gzip.compress(to_svg(figure).encode(), 6)) <= MOST_BYTES


def test_the_figure_lies_on_its_sheet(figure: Figure) -> None:
    x, y = numbers(figure.silhouette.data)[:2]
    assert 0 < x < figure.width
    assert 0 < y < figure.height


def test_ids_are_unique_and_all_that_is_referred_to_exists(figure: Figure) -> None:
    root = parsed(to_svg(figure))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert set((root.get("aria-labelledby") or "").split()) <= set(ids)
    clipped = [element.get("clip-path") for element in root.iter() if element.get("clip-path")]
    assert clipped
    assert all(name[5:-1] in ids for name in clipped if name)


def test_a_reader_hears_what_it_shows(figure: Figure) -> None:
    root = parsed(to_svg(figure))
    assert root.get("role") == "img"
    description = root.find(f"{SVG}desc")
    assert description is not None
    assert (description.text or "").endswith(".")


def test_page_and_file_differ_by_room_and_colors_only(figure: Figure) -> None:
    page, file = parsed(to_svg(figure)), parsed(to_file(figure))
    assert page.find(f"{SVG}style") is None
    assert file.find(f"{SVG}style") is not None
    assert not [element for element in page.iter() if element.get("style")]


def test_prefixes_keep_copies_on_one_page_apart(figure: Figure) -> None:
    first, second = (to_svg(figure, prefix=prefix) for prefix in ("a", "b"))
    ids = [
        {element.get("id") for element in parsed(svg).iter() if element.get("id")} for svg in (first, second)
    ]
    assert not ids[0] & ids[1]


def test_the_library_has_poses_to_draw(library: Library) -> None:
    assert len(library.poses) == len(POSES) > 0
