"""A pose as a moving picture, and the files it is written to."""

import re
import struct
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from karani.body import Body
from karani.errors import FigureError
from karani.figure import Figure, Look, draw
from karani.figure.apng import animated_png, chunk, chunks
from karani.figure.film import BREATHS, IN_S, MOVE_S, OUT_S, Moment, breathed, breaths, film, frames_of
from karani.figure.moving_file import check_kind, rasterized, to_moving_png, to_moving_svg
from karani.figure.options import Options
from karani.library import Library
from karani.library.stills import list_stills
from tests.figure.svg_reading import numbers

HEADER = struct.pack(">IIBBBBB", 4, 3, 8, 2, 0, 0, 0)


@pytest.fixture(scope="module")
def still(library: Library, asha: Body) -> Figure:
    from karani.body import solve_posture

    return draw(solve_posture(library.pose("savasana"), asha), asha)


@pytest.fixture(scope="module")
def moments(still: Figure) -> list[Moment]:
    held = Moment(still, 1.0, still=True)
    return [held, *breaths(held), held]


def test_a_film_moves_through_the_stills_in_their_order(library: Library, asha: Body, still: Figure) -> None:
    pose = library.pose("uttanasana")
    painted: list[str] = []

    def paint(_posture: object, _body: Body, options: Options) -> Figure:
        painted.append(options.title)
        return still

    moments = film(pose, asha, paint)
    stills = list_stills(pose)
    assert sum(moment.still for moment in moments) == stills.count
    assert len(painted) == stills.count + (stills.count - 1) * (frames_of(MOVE_S) - 1)
    assert sum(moment.breath > 0 for moment in moments) >= BREATHS * (frames_of(IN_S) + frames_of(OUT_S) - 2)


def test_a_breath_begins_and_ends_breathed_out(moments: list[Moment]) -> None:
    breath = [moment.breath for moment in moments]
    assert breath[1] == 0
    assert max(breath) == pytest.approx(1, abs=0.02)
    assert max(abs(after - before) for before, after in pairwise(breath)) < 0.2


def test_half_a_breath_lies_between_out_and_in(still: Figure) -> None:
    half = breathed(still, 0.5)
    assert still.silhouette.breathed_in is not None
    out, full = numbers(still.silhouette.data), numbers(still.silhouette.breathed_in)
    found = numbers(half.silhouette.data)
    assert half.silhouette.breathed_in is None
    assert len(found) == len(out)
    assert all(abs(value - (a + b) / 2) <= 0.051 for value, a, b in zip(found, out, full, strict=True))


def test_pictures_become_one_animated_png_that_shows_each_for_its_time() -> None:
    pictures = [
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", HEADER) + chunk(b"IDAT", bytes([n])) + chunk(b"IEND", b"")
        for n in range(3)
    ]
    found = list(chunks(animated_png(pictures, [0.5, 0.25, 1.0])))
    assert [kind for kind, _ in found] == [
        b"IHDR", b"acTL", b"fcTL", b"IDAT", b"fcTL", b"fdAT", b"fcTL", b"fdAT", b"IEND",
    ]  # fmt: skip
    assert struct.unpack(">II", found[1][1]) == (3, 0)
    assert [data[4:] for kind, data in found if kind == b"fdAT"] == [b"\x01", b"\x02"]
    delays = [struct.unpack(">HH", data[20:24]) for kind, data in found if kind == b"fcTL"]
    assert [part / whole for part, whole in delays] == [0.5, 0.25, 1.0]
    numbered = [struct.unpack(">I", data[:4])[0] for kind, data in found if kind in {b"fcTL", b"fdAT"}]
    assert numbered == list(range(5))


def test_pictures_of_two_sizes_are_no_animation() -> None:
    other = struct.pack(">IIBBBBB", 5, 3, 8, 2, 0, 0, 0)
    pictures = [
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") for header in (HEADER, other)
    ]
    with pytest.raises(FigureError, match="one size"):
        animated_png(pictures, [1, 1])


def test_a_film_for_slides_has_one_size_and_real_colors(moments: list[Moment]) -> None:
    png = to_moving_png([moments[0], moments[5]], Look())
    kinds = [kind for kind, _ in chunks(png)]
    assert kinds.count(b"fcTL") == 2
    header = next(data for kind, data in chunks(png) if kind == b"IHDR")
    width, height = struct.unpack(">II", header[:8])
    assert width == 720
    assert 0.6 * width < height < width


def test_every_svg_becomes_a_picture_of_the_same_size() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#a00"/></svg>'
    made = rasterized([svg, svg], (0, 0, 20, 10))
    assert len(made) == 2
    assert len({next(data for kind, data in chunks(png) if kind == b"IHDR") for png in made}) == 1


def test_a_film_for_pages_is_small_breathes_and_holds_still_for_who_wants_it(moments: list[Moment]) -> None:
    svg = to_moving_svg(moments, Look())
    root = ET.fromstring(svg)  # noqa: S314 - our own
    assert root.get("role") == "img"
    assert "<animate " in svg
    assert "prefers-reduced-motion:reduce" in svg
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert len(svg) < 400_000


@pytest.mark.parametrize("name", ["film.gif", "film", "film.mp4"])
def test_another_kind_of_file_is_refused_in_a_sentence(name: str) -> None:
    from pathlib import Path

    with pytest.raises(FigureError, match=r"\.png .* or \.svg"):
        check_kind(Path(name))
