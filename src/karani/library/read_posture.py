"""Reading a pose's target angles, contacts, props in their places, what is free, and key postures on the way."""

from karani.library.fields import FieldError, Fields, read_whole
from karani.library.pose import CameraSpec, Contact, FreeSetting, KeyPosture, PostureSpec, SurfaceSpec

FULL_TURN_DEG = 360.0
STEEPEST_DEG = 89.0
FARTHEST_CM = 200.0
SIDES = ("both", "right", "left")
SHAPES = ("slab", "roll")
WAYS = ("in", "out")
ALWAYS_THERE = ("floor", "wall", "strap")
PARTS_OF_THE_BODY = ("shins", "heels", "thighs", "back", "arm")
"""What other parts of the body rest on."""


def read_posture(fields: Fields) -> PostureSpec:
    spec = PostureSpec(
        plane=fields.text("plane"),
        front_faces=fields.text("front_faces"),
        pelvis_elevation_deg=fields.number("pelvis_elevation_deg", -FULL_TURN_DEG, FULL_TURN_DEG),
        common_deg=read_angles(fields.table("common_deg")),
        right_deg=read_angles(fields.table("right_deg")),
        left_deg=read_angles(fields.table("left_deg")),
        ranges_deg=read_ranges(fields.table("ranges_deg")),
        segment_elevations_deg=read_angles(fields.table("segment_elevations_deg")),
        contacts=fields.each("contacts", read_contact),
        surfaces=fields.each("surfaces", read_surface),
        free=read_free(fields.table("free")),
        firmness=read_firmness(fields.table("firmness")),
        balanced=fields.flag("balanced") if fields.has("balanced") else False,
        steps=fields.each("steps", read_key_posture),
        camera=read_whole(fields.table("camera"), read_camera) if fields.has("camera") else None,
    )
    check_surfaces(fields, spec)
    return spec


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
        side=fields.word("side", SIDES) if fields.has("side") else "both",
    )


def read_surface(fields: Fields) -> SurfaceSpec:
    return SurfaceSpec(
        surface=fields.text("surface"),
        under=fields.text("under"),
        height_cm=fields.number("height_cm", 0, FARTHEST_CM),
        shape=fields.word("shape", SHAPES) if fields.has("shape") else "slab",
        slope_deg=fields.number("slope_deg", -60, 60) if fields.has("slope_deg") else 0.0,
        offset_cm=fields.number("offset_cm", -FARTHEST_CM, FARTHEST_CM) if fields.has("offset_cm") else 0.0,
        each_side=fields.flag("each_side") if fields.has("each_side") else False,
        lengthwise=fields.flag("lengthwise") if fields.has("lengthwise") else False,
        bears_one_side=fields.word("bears_one_side", SIDES) if fields.has("bears_one_side") else "both",
        thickness_cm=fields.number("thickness_cm", 1, 60) if fields.has("thickness_cm") else 12.0,
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


def read_key_posture(fields: Fields) -> KeyPosture:
    return KeyPosture(
        name=fields.text("name"),
        way=fields.word("way", WAYS),
        spec=read_posture(fields),
    )


def check_surfaces(fields: Fields, spec: PostureSpec) -> None:
    """A contact needs something to touch."""
    there = {*ALWAYS_THERE, *PARTS_OF_THE_BODY, *(surface.surface for surface in spec.surfaces)}
    for contact in spec.contacts:
        if contact.surface not in there:
            raise FieldError(
                fields.file,
                f"{fields.path}.contacts".strip("."),
                f"{contact.part!r} touches {contact.surface!r}, which lies nowhere; "
                f"give it a place with [[surfaces]], or touch one of {', '.join(sorted(there))}",
            )
