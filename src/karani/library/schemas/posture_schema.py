"""The schema of posture.toml; docs/adding-a-pose.md says what each key means."""

from karani.library.library import Library
from karani.library.read_posture import (
    BACKS,
    FARTHEST_CM,
    FULL_TURN_DEG,
    LIMB_SIDES,
    MOST_STEPS,
    SHAPES,
    SIDES,
    STEEPEST_DEG,
    THE_POSE,
    WAYS,
    place_tables,
)
from karani.library.schemas.parts import (
    FLAG,
    TEXT,
    Schema,
    list_of,
    named,
    number,
    one_of,
    pair_of,
    table,
    whole,
)

TURN = number(-FULL_TURN_DEG, FULL_TURN_DEG)
FAR = number(-FARTHEST_CM, FARTHEST_CM)


def posture_schema(library: Library) -> Schema:
    words, still = library.words, still_keys(library)
    own_words = {"name": TEXT, "way": one_of(WAYS)}
    like = {"like": one_of((THE_POSE, *place_tables())), "at_steps": pair_of(whole(1, MOST_STEPS))}
    return table(
        {
            "plane": one_of(words["plane"]),
            "front_faces": one_of(words["front_faces"]),
            "pelvis_elevation_deg": TURN,
        },
        still | {"steps": list_of(table(own_words, still | like)), "free": free_schema()},
    )


def still_keys(library: Library) -> dict[str, Schema]:
    words = library.words
    angles = named(words["angle"], TURN)
    pair = {"type": "array", "items": TURN, "minItems": 2, "maxItems": 2}
    return {
        "plane": one_of(words["plane"]),
        "front_faces": one_of(words["front_faces"]),
        "pelvis_elevation_deg": TURN,
        "heading_deg": TURN,
        "roll_deg": TURN,
        "common_deg": angles,
        "right_deg": angles,
        "left_deg": angles,
        "ranges_deg": named(words["angle"], pair),
        "segment_elevations_deg": named(words["segment"], TURN),
        "contacts": list_of(contact_schema(library)),
        "surfaces": list_of(surface_schema()),
        "straps": list_of(strap_schema()),
        "firmness": {"type": "object", "additionalProperties": number(0, 100)},
        "balanced": FLAG,
        "camera": table({"azimuth": TURN, "elevation": number(-STEEPEST_DEG, STEEPEST_DEG)}),
    }


def contact_schema(library: Library) -> Schema:
    return table(
        {"part": one_of(library.words["part"]), "surface": TEXT},
        {"side": one_of(SIDES), "on_side": one_of(LIMB_SIDES)},
    )


def surface_schema() -> Schema:
    return table(
        {"surface": TEXT, "under": TEXT, "height_cm": number(0, FARTHEST_CM)},
        {
            "shape": one_of(SHAPES),
            "slope_deg": number(-60, 60),
            "offset_cm": FAR,
            "each_side": FLAG,
            "lengthwise": FLAG,
            "bears_one_side": one_of(SIDES),
            "thickness_cm": number(1, 60),
            "side": one_of(SIDES),
            "aside_cm": FAR,
            "turn_deg": TURN,
            "back": one_of(BACKS),
        },
    )


def strap_schema() -> Schema:
    sides = {"from_side": one_of(SIDES), "to_side": one_of(SIDES)}
    return table(
        {"length_cm": number(1, 2 * FARTHEST_CM)},
        {"around": TEXT, "from": TEXT, "to": TEXT, "taut": FLAG} | sides,
    )


def free_schema() -> Schema:
    return {"type": "object", "additionalProperties": table({"least": FAR, "most": FAR}, {"usual": FAR})}
