"""Random people for the laws: anybody from 145 to 200 cm whose mass goes with their height."""

from hypothesis import strategies as st

from karani.body import Person, Proportions


@st.composite
def people(draw: st.DrawFn) -> Person:
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
