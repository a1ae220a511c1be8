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


def check_prop(prop: str, *, rolls: bool) -> None:
    """A prop that there is, in a shape that it can have."""
    if "sides" in prop_sizes(prop) and rolls:
        raise BodyError(f"A {prop} is solid and lies as a slab; a roll is a bolster or a rolled blanket.")


@cache
def all_sizes() -> dict[str, Any]:
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "props.toml").read_text("utf-8"))


def footprint_cm(prop: str, height_cm: float) -> tuple[float, float]:
    """Across and along [cm]; what may stand on any of its sides lies on the two that are not its height."""
    sizes = prop_sizes(prop)
    if "sides" not in sizes:
        return sizes["across"], sizes["along"]
    nearest = min(sizes["sides"], key=lambda side: abs(side - height_cm))
    along, across = sorted(side for side in sizes["sides"] if side != nearest)
    return across, along


def sides_of(prop: str) -> tuple[float, ...]:
    """The heights of a solid prop [cm]; none for one that may have any."""
    return tuple(prop_sizes(prop).get("sides", ()))


def check_height(prop: str, height_cm: float) -> float:
    """A height that this prop can have; a solid one has only its sides."""
    sides = sides_of(prop)
    if sides and height_cm not in sides:
        right = ", ".join(f"{side:g}" for side in sides)
        raise BodyError(f"A {prop} stands {right} cm high, not {height_cm:g} cm.")
    return height_cm


def reaches_the_floor(prop: str) -> bool:
    """Whether there is no room under it, as there is under a chair's seat."""
    return not all_sizes().get(prop, {}).get("on_legs", False)
