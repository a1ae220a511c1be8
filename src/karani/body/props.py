"""Sizes of props [cm]; sources stand in content/physiology/props.toml."""

import tomllib
from functools import cache
from typing import Any

from karani.errors import BodyError
from karani.library.packaged import PACKAGED_CONTENT


def prop_sizes(prop: str) -> dict[str, Any]:
    if prop not in all_sizes():
        raise BodyError(f"{prop!r} is not a prop to rest on. Props are: {', '.join(all_sizes())}.")
    sizes: dict[str, Any] = all_sizes()[prop]
    return sizes


@cache
def all_sizes() -> dict[str, Any]:
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "props.toml").read_text("utf-8"))
