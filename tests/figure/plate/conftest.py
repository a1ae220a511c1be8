"""Plates of Asha, drawn once, and shades that no body has: they show the drawing, not physiology."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from karani.body import Body, read_model
from karani.body.posture import Posture
from karani.figure import Camera, Options, Plate, Shade, State, draw_plate
from karani.library import Library

MADE_UP = {
    ("hamstrings", "left"): Shade(State.STRETCHED, 0.7, "hamstrings", "hamstrings, left: 90 N"),
    ("hamstrings", "right"): Shade(State.STRETCHED, 0.2, "hamstrings", "hamstrings, right: 20 N"),
    ("erector-spinae", "left"): Shade(State.WORKING, 0.5, "back extensors"),
    ("deltoid", "left"): Shade(State.WORKING_LONG, 0.9, "deltoid"),
    ("iliopsoas", "left"): Shade(State.WORKING, 0.6, "hip flexors"),
    ("gastrocnemius", "left"): Shade(State.STRETCHED, 0.4, "calf"),
    ("vasti", "left"): Shade(State.REST, 0.0, "vasti"),
    ("rectus-femoris", "left"): Shade(State.SLACK, 0.0, "rectus femoris"),
}


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(tmp_path_factory.mktemp("models"))
    read_model(folder)
    return folder


@pytest.fixture(scope="session")
def plate(
    library: Library, asha: Body, posture: Callable[[str], Posture], models: Path
) -> Callable[[str], Plate]:
    def drawn(slug: str) -> Plate:
        pose = library.pose(slug)
        seen = pose.posture.camera
        camera = None if seen is None else Camera(seen.azimuth_deg, seen.elevation_deg)
        return draw_plate(posture(slug), asha, models, Options(pose.name, camera))

    return cache(drawn)
