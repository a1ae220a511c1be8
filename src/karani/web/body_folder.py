"""Where the compiled body, its bones and its skins are kept: the platform's folder for what can be made again."""

from pathlib import Path

from platformdirs import user_cache_path


def body_folder() -> Path:
    """The same for pages and for the command line."""
    return user_cache_path("karani", appauthor=False) / "body"
