"""The plate: what it shows, that it is honest about what nobody computed, and that its words stand clear."""

import gzip
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from karani.body import Body
from karani.body.muscle_groups import STARTS
from karani.body.posture import Posture
from karani.errors import FigureError
from karani.figure import Plate, Shade, State, draw_plate, to_plate_file, to_plate_svg
from karani.figure.plate.atlas import read_atlas
from karani.figure.plate.bones import CREDIT, read_bones
from karani.figure.plate.cache import draw_plate_kept
from karani.figure.plate.labels import cells, crossings, place_labels
from karani.figure.plate.lettering import SMALL, letterings
from karani.figure.plate.muscle_map import read_map
from karani.figure.plate.plate import plate_from_json, plate_to_json
from karani.figure.plate.segments import touches
from tests.figure.plate.conftest import MADE_UP
from tests.figure.svg_reading import SVG, parsed

POSES = ("viparita-karani", "uttanasana", "balasana", "sukhasana")
KILOBYTES_PACKED = 36
PHONE_PX, LEAST_LETTER_PX = 346, 11
"""As wide as a plate is on a phone of 390 px, and letters one can still read there."""
Plates = Callable[[str], Plate]


def muscles_of(svg: str, group: str, side: str) -> set[str]:
    """The classes that color one muscle group."""
    drawn = [
        element
        for element in parsed(svg).iter(f"{SVG}g")
        if (element.get("data-group"), element.get("data-side")) == (group, side)
    ]
    return {str(path.get("class")) for element in drawn for path in element.iter(f"{SVG}path")} - {"k-hatch"}


def test_each_side_has_its_own_shade(plate: Plates) -> None:
    svg = to_plate_svg(plate("uttanasana"), MADE_UP)
    assert muscles_of(svg, "hamstrings", "left") == {"k-stretched3"}
    assert muscles_of(svg, "hamstrings", "right") <= {"k-stretched1"}


def test_what_nobody_computed_is_never_drawn_as_resting(plate: Plates) -> None:
    svg = to_plate_svg(plate("uttanasana"), {})
    for group in ("trapezius", "hamstrings", "latissimus-dorsi"):
        assert muscles_of(svg, group, "left") <= {"k-not-computed"}
    assert "k-rest" not in svg


def test_rest_and_slack_have_classes_of_their_own(plate: Plates) -> None:
    svg = to_plate_svg(plate("uttanasana"), MADE_UP)
    assert muscles_of(svg, "vasti", "left") == {"k-rest"}
    assert muscles_of(svg, "rectus-femoris", "left") == {"k-slack"}


def test_a_deep_muscle_shows_through_only_when_it_is_busy(plate: Plates) -> None:
    assert "k-ghost" in to_plate_svg(plate("viparita-karani"), MADE_UP)
    assert "k-ghost" not in to_plate_svg(plate("viparita-karani"), {})


def test_beside_its_color_a_busy_muscle_carries_a_pattern(plate: Plates) -> None:
    svg = to_plate_svg(plate("viparita-karani"), MADE_UP, prefix="here")
    assert 'fill="url(#here-stretched)"' in svg
    assert 'id="here-stretched"' in svg


@pytest.mark.parametrize("window", [0, 1])
@pytest.mark.parametrize("slug", POSES)
def test_labels_stand_clear_of_the_body_and_their_lines_do_not_cross(
    plate: Plates, slug: str, window: int
) -> None:
    drawn = plate(slug)
    labels = place_labels(drawn, MADE_UP, letterings(drawn.width)[window])
    taken = cells(drawn)
    assert 2 <= len(labels) <= 6
    assert crossings(labels) == 0
    for label in labels:
        left, top, right, bottom = (max(0, round(edge / 8)) for edge in label.box)
        assert not taken[top:bottom, left:right].any()


@pytest.mark.parametrize("slug", POSES)
def test_no_line_runs_through_words(plate: Plates, slug: str) -> None:
    drawn = plate(slug)
    for lettering in letterings(drawn.width):
        labels = place_labels(drawn, MADE_UP, lettering)
        lines = [(np.array(label.anchor), np.array([label.end])) for label in labels]
        boxes = [np.array(label.box) + np.array([1, 1, -1, -1]) for label in labels]
        assert not any(touches(anchor, end, box)[0] for anchor, end in lines for box in boxes)


@pytest.mark.parametrize("slug", POSES)
def test_words_can_be_read_on_a_phone(plate: Plates, slug: str) -> None:
    root = parsed(to_plate_svg(plate(slug), MADE_UP))
    width = float(root.get("viewBox", "").split()[2])
    (narrow,) = (group for group in root.iter(f"{SVG}g") if "k-narrow" in group.get("class", ""))
    assert SMALL * float(narrow.get("font-size", 0)) * PHONE_PX / width >= LEAST_LETTER_PX


def test_the_strongest_group_is_labeled(plate: Plates) -> None:
    drawn = plate("uttanasana")
    named = [label.name for label in place_labels(drawn, MADE_UP, letterings(drawn.width)[0])]
    assert {"deltoid", "hamstrings"} <= set(named)


def test_words_tell_what_the_picture_shows(plate: Plates) -> None:
    words = parsed(to_plate_svg(plate("uttanasana"), MADE_UP)).findtext(f"{SVG}desc") or ""
    assert "Stretched: hamstrings, calf." in words
    assert "Working while long: deltoid." in words


def test_pointing_at_a_muscle_gives_its_words(plate: Plates) -> None:
    assert "hamstrings, left: 90 N" in to_plate_svg(plate("uttanasana"), MADE_UP)


def test_a_file_carries_key_and_credit(plate: Plates) -> None:
    file = to_plate_file(plate("balasana"), MADE_UP)
    assert CREDIT in file
    assert "k-working-long4" in file
    assert "not computed" in file


@pytest.mark.parametrize("slug", POSES)
def test_a_plate_is_small(plate: Plates, slug: str) -> None:
    svg = to_plate_svg(plate(slug), MADE_UP)
    assert len(gzip.compress(svg.encode())) <= KILOBYTES_PACKED * 1024


def test_the_same_posture_gives_the_same_plate_and_it_can_be_kept(
    asha: Body, posture: Callable[[str], Posture], models: Path, tmp_path: Path
) -> None:
    held = posture("balasana")
    kept = draw_plate_kept(held, asha, models, tmp_path)
    assert kept == draw_plate(held, asha, models)
    assert plate_from_json(plate_to_json(kept)) == kept
    assert draw_plate_kept(held, asha, models, tmp_path) == kept
    assert len(list(tmp_path.iterdir())) == 1


def test_left_mirrors_right_on_the_skin(models: Path) -> None:
    muscles = read_map("female", models)
    right, left = ((fields > 0).sum(0) for fields in (muscles.right, muscles.left))
    assert (right > 0).all()
    assert right == pytest.approx(left, rel=0.15, abs=3)


def test_every_group_of_the_body_is_in_the_atlas() -> None:
    assert {muscle.group for muscle in read_atlas()} >= {*STARTS, "forearm-and-hand", "trapezius"}


def test_bones_are_thinned_but_whole(models: Path) -> None:
    bones = read_bones(models)
    assert 15_000 < len(bones.triangles) < 60_000
    assert set(np.unique(bones.triangles)) == set(range(len(bones.points)))
    assert {"head", "torso", "femur_r", "calcn_l"} <= set(bones.bodies)


def test_a_share_beyond_one_is_refused() -> None:
    with pytest.raises(FigureError, match=r"share is 1\.2"):
        Shade(State.WORKING, 1.2)


def test_a_share_falls_into_one_of_four_steps() -> None:
    assert [Shade(State.WORKING, share).step for share in (0.0, 0.3, 0.5, 0.99, 1.0)] == [1, 2, 3, 4, 4]
    assert Shade(State.REST, 0.9).step == 0
