"""Reading a pose's target angles and contacts."""

from karani.library.fields import Fields
from karani.library.pose import Contact, PostureSpec

FULL_TURN_DEG = 360.0


def read_posture(fields: Fields) -> PostureSpec:
    return PostureSpec(
        plane=fields.text("plane"),
        front_faces=fields.text("front_faces"),
        pelvis_elevation_deg=fields.number("pelvis_elevation_deg", -FULL_TURN_DEG, FULL_TURN_DEG),
        common_deg=read_angles(fields.table("common_deg")),
        right_deg=read_angles(fields.table("right_deg")),
        left_deg=read_angles(fields.table("left_deg")),
        ranges_deg=read_ranges(fields.table("ranges_deg")),
        segment_elevations_deg=read_angles(fields.table("segment_elevations_deg")),
        contacts=fields.each("contacts", read_contact),
    )


def read_angles(fields: Fields) -> dict[str, float]:
    return {name: fields.number(name, -FULL_TURN_DEG, FULL_TURN_DEG) for name in fields.names()}


def read_ranges(fields: Fields) -> dict[str, tuple[float, float]]:
    return {name: fields.span(name, -FULL_TURN_DEG, FULL_TURN_DEG) for name in fields.names()}


def read_contact(fields: Fields) -> Contact:
    return Contact(part=fields.text("part"), surface=fields.text("surface"))
