"""Reading a pose's target angles, contacts, props in their places, what is free, and key postures on the way."""

import tomllib
from functools import cache
from typing import Any

from karani.library.fields import FieldError, Fields, read_whole
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import (
    CameraSpec,
    Contact,
    FreeSetting,
    KeyPosture,
    PostureSpec,
    StrapSpec,
    SurfaceSpec,
)

FULL_TURN_DEG = 360.0
STEEPEST_DEG = 89.0
FARTHEST_CM = 200.0
SIDES = ("both", "right", "left")
LIMB_SIDES = ("same", "other", "right", "left")
SHAPES = ("slab", "roll")
BACKS = ("none", "ahead", "behind")
WAYS = ("in", "out")
FRONTS = ("up", "down", "forward", "side", "n/a")
ALWAYS_THERE = ("floor", "wall", "strap")
PARTS_OF_THE_BODY = (
    "shins", "heels", "feet", "toes", "thighs", "back", "arm", "forearms", "hands", "belly", "chest", "head",
)  # fmt: skip
"""What other parts of the body rest on."""
PARTS_OF_A_CHAIR = ("chair-back", "chair-rail")
THE_POSE = "pose"
KEYS_OF_A_STILL = ("name", "way", "like", "at_steps")
MOST_STEPS = 30


def read_posture(fields: Fields) -> PostureSpec:
    spec = PostureSpec(
        plane=fields.text("plane"),
        front_faces=fields.text("front_faces"),
        pelvis_elevation_deg=fields.number("pelvis_elevation_deg", -FULL_TURN_DEG, FULL_TURN_DEG),
        heading_deg=optional_number(fields, "heading_deg", FULL_TURN_DEG),
        roll_deg=optional_number(fields, "roll_deg", FULL_TURN_DEG),
        common_deg=read_angles(fields.table("common_deg")),
        right_deg=read_angles(fields.table("right_deg")),
        left_deg=read_angles(fields.table("left_deg")),
        ranges_deg=read_ranges(fields.table("ranges_deg")),
        segment_elevations_deg=read_angles(fields.table("segment_elevations_deg")),
        contacts=fields.each("contacts", read_contact),
        surfaces=fields.each("surfaces", read_surface),
        straps=fields.each("straps", read_strap),
        free=read_free(fields.table("free")),
        firmness=read_firmness(fields.table("firmness")),
        balanced=fields.flag("balanced") if fields.has("balanced") else False,
        steps=read_steps(fields),
        camera=read_whole(fields.table("camera"), read_camera) if fields.has("camera") else None,
    )
    check_surfaces(fields, spec)
    return spec


def optional_number(fields: Fields, key: str, most: float) -> float:
    return fields.number(key, -most, most) if fields.has(key) else 0.0


def optional_word(fields: Fields, key: str, words: tuple[str, ...]) -> str:
    """One of these words; the first where nothing is said."""
    return fields.word(key, words) if fields.has(key) else words[0]


def read_camera(fields: Fields) -> CameraSpec:
    return CameraSpec(
        azimuth_deg=fields.number("azimuth", -FULL_TURN_DEG, FULL_TURN_DEG),
        elevation_deg=fields.number("elevation", -STEEPEST_DEG, STEEPEST_DEG),
    )


def read_angles(fields: Fields) -> dict[str, float]:
    return {name: fields.number(name, -FULL_TURN_DEG, FULL_TURN_DEG) for name in fields.names()}


def read_ranges(fields: Fields) -> dict[str, tuple[float, float]]:
    return {name: fields.span(name, -FULL_TURN_DEG, FULL_TURN_DEG) for name in fields.names()}


def read_contact(fields: Fields) -> Contact:
    return Contact(
        part=fields.text("part"),
        surface=fields.text("surface"),
        side=optional_word(fields, "side", SIDES),
        on_side=optional_word(fields, "on_side", LIMB_SIDES),
    )


def read_surface(fields: Fields) -> SurfaceSpec:
    return SurfaceSpec(
        surface=fields.text("surface"),
        under=fields.text("under"),
        height_cm=fields.number("height_cm", 0, FARTHEST_CM),
        shape=optional_word(fields, "shape", SHAPES),
        slope_deg=optional_number(fields, "slope_deg", 60),
        offset_cm=optional_number(fields, "offset_cm", FARTHEST_CM),
        each_side=fields.flag("each_side") if fields.has("each_side") else False,
        lengthwise=fields.flag("lengthwise") if fields.has("lengthwise") else False,
        bears_one_side=optional_word(fields, "bears_one_side", SIDES),
        thickness_cm=fields.number("thickness_cm", 1, 60) if fields.has("thickness_cm") else 12.0,
        side=optional_word(fields, "side", SIDES),
        aside_cm=optional_number(fields, "aside_cm", FARTHEST_CM),
        turn_deg=optional_number(fields, "turn_deg", FULL_TURN_DEG),
        back=optional_word(fields, "back", BACKS),
    )


def read_strap(fields: Fields) -> StrapSpec:
    around = fields.has("around")
    parts = ("around",) if around else ("from", "to")
    return StrapSpec(
        parts=tuple(fields.text(key) for key in parts),
        sides=("both",) if around else tuple(optional_word(fields, f"{key}_side", SIDES) for key in parts),
        length_cm=fields.number("length_cm", 1, 2 * FARTHEST_CM),
        taut=fields.flag("taut") if fields.has("taut") else False,
    )


def read_free(fields: Fields) -> dict[str, FreeSetting]:
    return {name: read_whole(fields.table(name), read_free_setting) for name in fields.names()}


def read_free_setting(fields: Fields) -> FreeSetting:
    return FreeSetting(
        usual=fields.number("usual", -FARTHEST_CM, FARTHEST_CM) if fields.has("usual") else None,
        least=fields.number("least", -FARTHEST_CM, FARTHEST_CM),
        most=fields.number("most", -FARTHEST_CM, FARTHEST_CM),
    )


def read_firmness(fields: Fields) -> dict[str, float]:
    return {name: fields.number(name, 0, 100) for name in fields.names()}


def read_steps(fields: Fields) -> tuple[KeyPosture, ...]:
    base = {key: value for key, value in fields.values.items() if key not in {"steps", "free", "camera"}}
    return fields.each("steps", lambda step: read_key_posture(step, base))


def read_key_posture(fields: Fields, pose: dict[str, Any]) -> KeyPosture:
    """A still begins as the pose, or as the place it is `like`, and changes what it names."""
    name, way = fields.text("name"), fields.word("way", WAYS)
    like = optional_word(fields, "like", (THE_POSE, *place_tables()))
    at_steps = read_at_steps(fields)
    own = {key: value for key, value in fields.values.items() if key not in KEYS_OF_A_STILL}
    whole = changed(pose if like == THE_POSE else place_tables()[like], own)
    fields.taken.extend(own)
    return KeyPosture(
        name, way, read_whole(Fields(fields.file, whole, fields.path), read_posture), like, at_steps
    )


def read_at_steps(fields: Fields) -> tuple[int, int] | None:
    if not fields.has("at_steps"):
        return None
    first, last = fields.span("at_steps", 1, MOST_STEPS)
    return int(first), int(last)


def changed(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Tables are mended key by key; lists and single values are replaced."""
    return {
        **base,
        **{
            key: {**base[key], **value}
            if isinstance(value, dict) and isinstance(base.get(key), dict)
            else value
            for key, value in own.items()
        },
    }


@cache
def place_tables() -> dict[str, dict[str, Any]]:
    """How a person sits, kneels or lies between poses, as in a posture.toml."""
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "place_postures.toml").read_text("utf-8"))


def check_surfaces(fields: Fields, spec: PostureSpec) -> None:
    """A contact needs something to touch, and a strap's contact needs the strap."""
    there = {*ALWAYS_THERE, *PARTS_OF_THE_BODY, *(surface.surface for surface in spec.surfaces)}
    if any(surface.back != "none" for surface in spec.surfaces):
        there.update(PARTS_OF_A_CHAIR)
    for contact in spec.contacts:
        if contact.surface not in there:
            raise FieldError(
                fields.file,
                f"{fields.path}.contacts".strip("."),
                f"{contact.part!r} touches {contact.surface!r}, which lies nowhere; "
                f"give it a place with [[surfaces]], or touch one of {', '.join(sorted(there))}",
            )
