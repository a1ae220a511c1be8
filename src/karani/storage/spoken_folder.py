"""Where spoken sentences are kept: the platform's folder for what can be made again."""

from pathlib import Path

from platformdirs import user_cache_path


def spoken_folder() -> Path:
    return user_cache_path("karani", appauthor=False) / "spoken"
