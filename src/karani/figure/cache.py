"""Drawn figures kept in a folder: a posture is drawn once, whoever asks again gets the file.

A name is the digest of everything the paths come from: posture, person, surfaces, options, skins and this package's
own sources. Colors are not in it, as they are classes only.
"""

import os
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, cast

import numpy as np

from karani.body import Body
from karani.body.posture import Posture
from karani.body.surfaces import Surface
from karani.errors import FigureError
from karani.figure.draw import USUAL, draw
from karani.figure.figure import Figure, figure_from_json, figure_to_json
from karani.figure.options import Options
from karani.figure.skin import FOLDER


def draw_kept(posture: Posture, body: Body, folder: Path, options: Options = USUAL) -> Figure:
    """The figure from the folder, or drawn and kept there."""
    path = folder / f"figure-{digest_of(posture, options)}.json"
    found = find_kept(path)
    if found is not None:
        return found
    figure = draw(posture, body, options)
    keep(figure, path)
    return figure


def keeping(folder: Path) -> Callable[[Posture, Body, Options], Figure]:
    """`draw_kept` with its folder, for whoever draws several."""

    def draw_here(posture: Posture, body: Body, options: Options) -> Figure:
        return draw_kept(posture, body, folder, options)

    return draw_here


def find_kept(path: Path) -> Figure | None:
    """None too when the file is not one of ours: it is then drawn anew."""
    try:
        return figure_from_json(path.read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(figure: Figure, path: Path) -> None:
    keep_text(figure_to_json(figure), path)


def keep_text(text: str, path: Path) -> None:
    """Written whole or not at all; two processes may do it at once."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent, suffix=".part", delete=False, encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise FigureError(f"The figure cannot be kept in {path.parent}: {error.strerror}.") from error
    os.replace(file.name, path)  # noqa: PTH105 - the name of what is done


def digest_of(posture: Posture, options: Options) -> str:
    digest = sha256(sources_digest().encode())
    digest.update(repr((posture.pose, posture.person, posture.contacts, options)).encode())
    for name, (place, turn) in sorted(posture.frames.items()):
        digest.update(name.encode() + place.tobytes() + turn.tobytes())
    for surface in posture.surfaces:
        digest.update(surface_bytes(surface))
    return digest.hexdigest()[:20]


def surface_bytes(surface: Surface) -> bytes:
    values = [getattr(surface, field.name) for field in fields(cast("Any", surface))]
    return b"".join(
        value.tobytes() if isinstance(value, np.ndarray) else repr(value).encode() for value in values
    )


@cache
def sources_digest() -> str:
    """Changes with the code that draws and with the skins it draws from."""
    sources = [*sorted(Path(__file__).parent.glob("*.py")), *sorted(FOLDER.glob("*.npz"))]
    return sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()
