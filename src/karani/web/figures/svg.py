"""Framed figures as SVG for a page: colors are classes, ids begin with a prefix of one's own."""

from html import escape

from karani.web.figures.framing import Box, Planes, card_box, planes_of, scene_boxes, strip_boxes
from karani.web.figures.picture import Picture

FAR = 6000
FRAMES = ("card", "scene")


def framed_svg(picture: Picture, frame: str, classes: str, prefix: str, label: str = "") -> str:
    """`frame` is "card" or "scene"; `label` begins what is read out, before the words for what is seen."""
    if frame == "scene":
        return scene_svg(picture, scene_boxes([picture])[0], classes, prefix, label)
    return card_svg(picture, card_box(picture), classes, prefix, label)


def strip_svgs(pictures: tuple[Picture, ...], classes: str, prefix: str) -> list[str]:
    """Cards of one scale."""
    boxes = strip_boxes(pictures)
    return [
        card_svg(picture, box, classes, f"{prefix}{number}", "")
        for number, (picture, box) in enumerate(zip(pictures, boxes, strict=True))
    ]


def scene_svgs(pictures: tuple[Picture, ...], classes: str, prefix: str) -> list[str]:
    """Figures that take each other's place in a room whose planes are not theirs."""
    boxes = scene_boxes(pictures)
    return [
        wrapped(picture, box, classes, "", picture.inside(f"{prefix}{number}"))
        for number, (picture, box) in enumerate(zip(pictures, boxes, strict=True))
    ]


def card_svg(picture: Picture, box: Box, classes: str, prefix: str, label: str) -> str:
    inside = f"{planes_svg(planes_of(picture, box))}{picture.inside(prefix)}"
    return wrapped(picture, box, f"room {classes}", label, inside)


def scene_svg(picture: Picture, box: Box, classes: str, prefix: str, label: str) -> str:
    """From above there is floor everywhere: it covers the planes of the scene."""
    floor = planes_svg(planes_of(picture, box)) if picture.from_above else ""
    return wrapped(picture, box, f"scene-figure {classes}", label, floor + picture.inside(prefix))


def wrapped(picture: Picture, box: Box, classes: str, label: str, inside: str) -> str:
    said = escape(f"{label}: {picture.words}" if label else picture.words)
    wall = "" if picture.wall_x is None else ' data-at-wall=""'
    above = ' data-from-above=""' if picture.from_above else ""
    trouble = f' data-trouble="{escape(picture.trouble)}"' if picture.trouble else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{classes}" viewBox="{box.view_box}"'
        f' preserveAspectRatio="xMinYMax meet" role="img" aria-label="{said}"{wall}{above}{trouble}>{inside}</svg>'
    )


def planes_svg(planes: Planes) -> str:
    """They reach far beyond the frame and are cut by it."""
    disc = ""
    if planes.disc is not None:
        x, y, r = planes.disc
        disc = f'<circle class="room-disc" cx="{x:.0f}" cy="{y:.0f}" r="{r:.0f}"/>'
    floor = f'<path class="room-floor" d="M-{FAR} {planes.horizon:.1f}h{2 * FAR}v{FAR}H-{FAR}z"/>'
    if planes.wall_x is None:
        return disc + floor
    wall = f'<path class="room-wall" d="M-{FAR}-{FAR}H{planes.wall_x:.1f}V{FAR}H-{FAR}z"/>'
    return disc + floor + wall
