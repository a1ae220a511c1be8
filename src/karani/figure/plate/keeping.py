"""Arrays made once and kept in a folder."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from karani.errors import FigureError


def keep_arrays(path: Path, **arrays: NDArray[Any]) -> None:
    """Written whole or not at all; two processes may do it at once."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            np.savez_compressed(file, **cast("dict[str, Any]", arrays))
    except OSError as error:
        raise FigureError(f"{path.name} cannot be kept in {path.parent}: {error.strerror}.") from error
    os.replace(file.name, path)  # noqa: PTH105 - the name of what is done
