"""Random people for the laws: anybody whom the body model takes, and people whose mass goes with their height."""

from zlib import crc32

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from karani.body import Person, Proportions
from karani.body.person import HEIGHT_CM, MASS_KG

USUAL_EXAMPLES = 100


def times_usual() -> int:
    """1 in the usual run; 40 with `--hypothesis-profile=thorough`."""
    return max(1, settings().max_examples // USUAL_EXAMPLES)


@st.composite
def people(draw: st.DrawFn) -> Person:
    """From 145 to 200 cm, with a mass that goes with the height."""
    height_cm = draw(st.floats(145, 200))
    body_mass_index = draw(st.floats(18, 32))
    proportion = st.floats(0.95, 1.05)
    return Person(
        height_cm=height_cm,
        mass_kg=min(max(body_mass_index * (height_cm / 100) ** 2, 40.0), 140.0),
        sex=draw(st.sampled_from(["female", "male"])),
        straight_leg_raise_deg=draw(st.floats(65, 110)),
        proportions=Proportions(trunk=draw(proportion), thigh=draw(proportion), shank=draw(proportion)),
    )


@st.composite
def anybody(draw: st.DrawFn) -> Person:
    """Any height with any mass, stiff or supple."""
    return Person(
        height_cm=draw(st.floats(*HEIGHT_CM)),
        mass_kg=draw(st.floats(*MASS_KG)),
        sex=draw(st.sampled_from(["female", "male"])),
        straight_leg_raise_deg=draw(st.floats(50, 110)),
    )


def crowd(name: str, count: int) -> list[Person]:
    """The same people for the same name: any height with any mass, stiff or supple, long or short limbs."""
    chance = np.random.default_rng(crc32(name.encode()))
    return [somebody(chance) for _ in range(count)]


def somebody(chance: np.random.Generator) -> Person:
    trunk, thigh, shank = (float(share) for share in chance.uniform(0.95, 1.05, 3))
    return Person(
        height_cm=float(chance.uniform(*HEIGHT_CM)),
        mass_kg=float(chance.uniform(*MASS_KG)),
        sex="female" if chance.random() < 0.5 else "male",
        straight_leg_raise_deg=float(chance.uniform(50, 110)),
        proportions=Proportions(trunk=trunk, thigh=thigh, shank=shank),
    )
