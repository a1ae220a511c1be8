"""What a posture file may say, and the sentence for what it may not."""

import tomllib
from dataclasses import replace

import numpy as np
import pytest

from karani.body import Body
from karani.body.posture import Posture
from karani.body.solve_posture import solve_spec
from karani.body.surfaces import Roll, Slab, Strap
from karani.errors import BodyError
from karani.library.fields import FieldError, Fields
from karani.library.pose import PostureSpec
from karani.library.read_posture import read_posture

STANDING = """
plane = "sagittal"
front_faces = "forward"
pelvis_elevation_deg = 90
balanced = true
contacts = [{ part = "soles", surface = "floor" }]
"""
LYING = """
plane = "sagittal"
front_faces = "up"
pelvis_elevation_deg = 0
common_deg = { shoulder_flex = 60, elbow_flex = 30 }
right_deg = { hip_flex = 80 }
contacts = [
  { part = "head-back", surface = "floor" },
  { part = "sacrum", surface = "floor" },
  { part = "heels", surface = "floor", side = "left" },
]
"""


def spec_of(text: str) -> PostureSpec:
    return read_posture(Fields("posture.toml", tomllib.loads(text)))


def solved(text: str, body: Body) -> Posture:
    posture = solve_spec("tried", spec_of(text), body)
    assert posture.solved, posture.outcome
    return posture


def test_who_stands_has_the_soles_down_and_the_head_up(asha: Body) -> None:
    heights = solved(STANDING, asha).heights_cm
    assert heights["head"] > 145
    assert heights["ankle"] < 10


def test_the_wall_is_before_who_stands_and_behind_who_is_turned_around(asha: Body) -> None:
    faces = solved(STANDING, asha).frames["torso"][1][:, 0]
    turned = solved(STANDING + "heading_deg = 180", asha).frames["torso"][1][:, 0]
    assert faces[1] < -0.9
    assert turned[1] > 0.9


def test_a_turn_of_the_spine_to_the_left_turns_the_chest_to_the_left(asha: Body) -> None:
    posture = solved(STANDING + "common_deg = { spine_rot = 40 }", asha)
    pelvis, chest = (posture.frames[name][1][:, 0] for name in ("pelvis", "torso"))
    left = np.cross(pelvis, chest)[2]
    assert left > np.sin(np.radians(20))


def test_who_leans_to_the_side_leans_to_the_right(asha: Body) -> None:
    leaning = STANDING.replace('"forward"', '"side"').replace("= 90", "= 60").replace("balanced = true", "")
    posture = solved(leaning + "[right_deg]\nhip_abd = 40\n[left_deg]\nhip_abd = -20", asha)
    assert posture.frames["head"][0][0] < posture.frames["pelvis"][0][0] - 0.1


def test_a_lying_person_rolls_to_the_right_with_a_negative_roll(asha: Body) -> None:
    text = (
        LYING[: LYING.index("common_deg")]
        + 'roll_deg = -70\ncontacts = [{ part = "outer-thigh", surface = "floor", side = "right" }]'
    )
    front = solved(text.replace("sagittal", "transverse"), asha).frames["pelvis"][1][:, 0]
    assert front[0] < -0.7


def test_one_foot_on_the_other_thigh_and_the_weight_over_one_foot(asha: Body) -> None:
    posture = solved(
        STANDING.split("contacts", maxsplit=1)[0]
        + """
left_deg = { hip_flex = 40, hip_abd = 50, hip_er = 50, knee_flex = 125, ankle_df = -20 }
contacts = [
  { part = "soles", surface = "floor", side = "right" },
  { part = "soles", surface = "thighs", side = "left", on_side = "other" },
]
""",
        asha,
    )
    assert posture.frames["calcn_l"][0][2] > 0.4
    assert abs(posture.frames["torso"][0][0] - posture.frames["calcn_r"][0][0]) < 0.12


def test_a_taut_strap_joins_the_hands_and_the_raised_foot(asha: Body) -> None:
    strap = '[[straps]]\nfrom = "hands"\nto = "foot"\nto_side = "right"\nlength_cm = 60\ntaut = true'
    posture = solved(LYING + strap, asha)
    ways = [
        float(np.linalg.norm(surface.line[0] - surface.line[-1]))
        for surface in posture.surfaces
        if isinstance(surface, Strap)
    ]
    assert ways == pytest.approx([0.6, 0.6], abs=0.01)


def test_a_hanging_strap_changes_nothing(asha: Body) -> None:
    strap = '[[straps]]\nfrom = "hands"\nto = "foot"\nto_side = "right"\nlength_cm = 190'
    bare, strapped = solved(LYING, asha), solved(LYING + strap, asha)
    np.testing.assert_allclose(
        strapped.coordinates[:-2], bare.coordinates[:-2], atol=1e-6
    )  # but fingers close


def test_a_strap_around_the_shins_brings_open_legs_together(asha: Body) -> None:
    text = (
        LYING.replace("right_deg = { hip_flex = 80 }", "")
        .replace("}\n", ", hip_abd = 20 }\n", 1)
        .replace(', side = "left"', "")
    )
    apart = solved(text, asha)
    bound = solved(text + '[[straps]]\naround = "shins"\nlength_cm = 18', asha)
    width = [float(np.ptp([p.frames[f"tibia_{s}"][0][0] for s in "rl"])) for p in (apart, bound)]
    assert width[1] < width[0] - 0.1


@pytest.mark.parametrize(("height", "footprint"), [(10, (23, 15)), (15, (23, 10)), (23, (15, 10))])
def test_a_block_stands_on_any_of_its_sides(height: int, footprint: tuple[int, int], asha: Body) -> None:
    text = LYING.replace('part = "sacrum", surface = "floor"', 'part = "sacrum", surface = "block"')
    posture = solved(text + f'[[surfaces]]\nsurface = "block"\nunder = "sacrum"\nheight_cm = {height}', asha)
    (block,) = (surface for surface in posture.surfaces if isinstance(surface, Slab))
    assert (200 * block.half_across, 200 * block.half_along) == pytest.approx(footprint)
    assert block.middle[2] == pytest.approx(height / 100)


def test_hands_reach_the_upper_edge_of_a_chair(asha: Body) -> None:
    posture = solved(
        """
plane = "sagittal"
front_faces = "forward"
pelvis_elevation_deg = 10
balanced = true
common_deg = { hip_flex = 75, knee_flex = 8, shoulder_flex = 150 }
contacts = [{ part = "soles", surface = "floor" }, { part = "hand", surface = "chair-rail" }]
surfaces = [{ surface = "chair", under = "hand", height_cm = 45, offset_cm = -22, back = "behind" }]
""",
        asha,
    )
    (rail,) = (surface for surface in posture.surfaces if isinstance(surface, Roll))
    assert rail.middle[2] == pytest.approx(0.85, abs=0.03)


def test_a_prop_that_does_not_fit_takes_the_nearest_height_that_does(asha: Body) -> None:
    text = """
plane = "sagittal"
front_faces = "forward"
pelvis_elevation_deg = 90
common_deg = { hip_flex = 88, knee_flex = 90, shoulder_flex = 10 }
firmness = { hip_flex = 60, knee_flex = 60, pelvis = 60, ankle_df = 60, lumbar_flex = 60 }
contacts = [{ part = "soles", surface = "floor" }, { part = "sit-bones", surface = "chair" }]
surfaces = [{ surface = "chair", under = "sit-bones", height_cm = 50, offset_cm = 0 }]
free = { chair_height_cm = { usual = 50, least = 30, most = 50 } }
"""
    posture = solved(text, asha)
    assert posture.settings["chair_height_cm"] < 50


WRONG = {
    "an unknown word for the front": (STANDING.replace("forward", "there"), "front_faces is 'there'; one of up, down"),
    "a surface that lies nowhere": (STANDING.replace("floor", "sofa"), "'soles' touches 'sofa', which lies nowhere"),
    "a chair's back without a chair": (STANDING.replace('"floor"', '"chair-back"'), "'chair-back', which lies nowhere"),
    "a prop that is none": (STANDING + '[[surfaces]]\nsurface = "sofa"\nunder = "soles"\nheight_cm = 3', "'sofa' is not a prop"),
    "a block that rolls": (STANDING + '[[surfaces]]\nsurface = "block"\nunder = "soles"\nheight_cm = 10\nshape = "roll"', "A block is solid and lies as a slab"),
    "a prop under a part that is none": (STANDING + '[[surfaces]]\nsurface = "block"\nunder = "tail"\nheight_cm = 10', "'tail' is not a part"),
    "a strap around the head": (STANDING + '[[straps]]\naround = "forehead"\nlength_cm = 20', "in the middle of the body"),
    "an angle that is no number": (STANDING + "[common_deg]\nhip_flex = nan", "common_deg.hip_flex: found nan; a number from -360 to 360"),
    "an angle beyond a turn": (STANDING + "[common_deg]\nhip_flex = 900", "found 900"),
    "an unknown joint": (STANDING + "[common_deg]\ntail_flex = 9", "'tail_flex' is not an angle of a posture"),
    "an unknown side": (STANDING.replace('surface = "floor"', 'surface = "floor", side = "top"'), "one of both, right, left would be right"),
    "a step like nothing": (STANDING + '[[steps]]\nname = "x"\nway = "in"\nlike = "flying"', "one of pose, standing"),
    "a misspelt field of a step": (STANDING + '[[steps]]\nname = "x"\nway = "in"\npelvis_elevation = 3', "'pelvis_elevation' is not a field|pelvis_elevation: is not a field"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_answered_by_one_sentence(name: str, asha: Body) -> None:
    text, sentence = WRONG[name]
    with pytest.raises((FieldError, BodyError), match=sentence):
        solve_spec("wrong", spec_of(text), asha)


def test_angles_that_contradict_each_other_say_so(asha: Body) -> None:
    spec = replace(spec_of(STANDING), balanced=False, pelvis_elevation_deg=-90.0)
    posture = solve_spec(
        "upside down on the soles", replace(spec, firmness={"pelvis": 100.0, "hip_flex": 100.0}), asha
    )
    assert not posture.solved
    assert "do not meet" in posture.outcome


def test_a_block_of_no_known_height_is_refused(asha: Body) -> None:
    text = (
        STANDING
        + '[[surfaces]]\nsurface = "block"\nunder = "heels"\nheight_cm = 10\n[free.block_height_cm]\nusual = 10\nleast = 5\nmost = 25'
    )
    with pytest.raises(BodyError, match="A block stands 10, 15, 23 cm high, not 12 cm"):
        solve_spec("stepped", spec_of(text), asha, {"block_height_cm": 12.0})
