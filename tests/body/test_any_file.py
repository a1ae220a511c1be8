"""Whatever stands in a posture file makes a posture to look for, or is answered by one sentence."""

from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from karani.body import Body
from karani.body.settings import choose_settings
from karani.body.solve_posture import first_guess
from karani.body.wishes import Wishes, wishes_of
from karani.errors import KaraniError
from karani.library.fields import Fields
from karani.library.read_posture import read_posture

NUMBERS = st.one_of(
    st.integers(1, 30), st.integers(1, 30), st.sampled_from([10, 15, 23, 45]), st.floats(), st.just("ten")
)
ANGLES = st.dictionaries(
    st.sampled_from(["hip_flex", "knee_flex", "spine_rot", "neck_flex", "shoulder_flex", "tail_flex"]),
    NUMBERS,
    max_size=3,
)
PARTS = st.sampled_from(["soles", "heels", "sacrum", "hands-palm", "head-back", "tail", ""])
SURFACES = st.sampled_from(["floor", "wall", "chair", "block", "bolster", "thighs", "chair-rail", "sofa", ""])
SIDES = st.sampled_from(["both", "right", "left", "top"])
CONTACTS = st.fixed_dictionaries(
    {"part": PARTS, "surface": SURFACES},
    optional={"side": SIDES, "on_side": st.sampled_from(["other", "same", "up"])},
)
PROPS = st.fixed_dictionaries(
    {"surface": SURFACES, "under": PARTS, "height_cm": NUMBERS},
    optional={
        "shape": st.sampled_from(["roll", "ball"]),
        "slope_deg": NUMBERS,
        "back": st.sampled_from(["ahead", "up"]),
    },
)
FILES = st.fixed_dictionaries(
    {
        "plane": st.sampled_from(["sagittal", "lateral", "frontal", "oblique"]),
        "front_faces": st.sampled_from(["up", "down", "forward", "side", "there"]),
        "pelvis_elevation_deg": NUMBERS,
    },
    optional={
        "common_deg": ANGLES,
        "right_deg": ANGLES,
        "contacts": st.lists(CONTACTS, max_size=3),
        "surfaces": st.lists(PROPS, max_size=2),
        "balanced": st.booleans(),
    },
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=FILES)
def test_any_file_makes_wishes_or_is_answered_by_one_sentence(table: dict[str, Any], asha: Body) -> None:
    found = wishes_or_sentence(table, asha)
    if isinstance(found, str):
        assert found.strip()
        assert "\n" not in found
    else:
        residual, derivatives = found.evaluate(first_guess(found))
        assert np.isfinite(residual).all()
        assert np.isfinite(derivatives).all()


def wishes_or_sentence(table: dict[str, Any], body: Body) -> Wishes | str:
    try:
        spec = read_posture(Fields("posture.toml", table))
        return wishes_of(body, spec, choose_settings(spec, {}, "tried"))
    except KaraniError as error:
        return str(error)
