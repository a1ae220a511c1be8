"""A plate with its shades as SVG: colors are classes, so that day, night and paper differ by the page's style only.

Beside its color each state has a pattern: lines for stretched, dots for working, both for working while long.
"""

from collections.abc import Sequence
from hashlib import sha256
from html import escape

from karani.figure.camera import PIXELS_PER_METER
from karani.figure.plate.bones import CREDIT
from karani.figure.plate.key import KEY_GAP_PX, KEY_HEIGHT, KEY_WIDTH, key
from karani.figure.plate.labels import AROUND_PX, LEAST_AREA_PX, Label, place_labels
from karani.figure.plate.lettering import Lettering, letterings
from karani.figure.plate.plate import Patch, Plate
from karani.figure.plate.shade import STATE_WORDS, STRONG, Shade, Shades, State, shade_of
from karani.figure.shape import Shape
from karani.figure.svg import path, style

EDGE_PX = 16
DOT = 0.17
"""Of a letter's height."""
BEYOND_PX = 1200
"""Wall and floor go on where a page gives the plate more room than its sheet."""
GHOST_FROM_STEP = 2
PATTERNS = {
    State.STRETCHED: '<path d="M0 0v8"/>',
    State.WORKING: '<circle cx="2" cy="2" r="1"/><circle cx="6" cy="6" r="1"/>',
    State.WORKING_LONG: '<path d="M0 0v8"/><circle cx="4" cy="2" r="1.1"/><circle cx="4" cy="6" r="1.1"/>',
}
Box = tuple[float, float, float, float]


def to_plate_svg(plate: Plate, shades: Shades, prefix: str = "") -> str:
    """For a page: no style, no key, clear behind. Give each copy on one page its own `prefix`."""
    name, labels = prefix or prefix_of(plate), labels_of(plate, shades)
    return document(
        plate, shades, box_of(plate.width, plate.height), name, painted(plate, shades, labels, name)
    )


def to_coarse_svg(plate: Plate, shades: Shades, prefix: str = "") -> str:
    """For a page while a finger moves: what `draw_coarse` drew for these shades, on a sheet as large as the whole one."""
    name, grow = prefix or prefix_of(plate), PIXELS_PER_METER / plate.pixels_per_m
    large = (plate.width * grow, plate.height * grow)
    muscles = "".join(
        piece(patch, shade_of(shades, patch.group, patch.side)) for patch in plate.muscles if patch.data
    )
    inside = f'<g class="k-coarse" transform="scale({grow:g})">{body(plate, muscles, name)}</g>'
    return document(plate, shades, box_of(*large), name, inside)


def to_plate_file(plate: Plate, shades: Shades) -> str:
    """Alone: with its own colors for light and dark, its key and the credit of the bones."""
    labels, name = labels_of(plate, shades), prefix_of(plate)
    left, top, right, bottom = box_of(plate.width, plate.height)
    right, under = max(right, left + KEY_WIDTH), bottom + KEY_HEIGHT
    paper = rectangle("k-paper", (left, top, right, under))
    body = painted(plate, shades, labels, name) + key(left + EDGE_PX, bottom + KEY_GAP_PX, CREDIT)
    return document(plate, shades, (left, top, right, under), name, style() + paper + body)


def prefix_of(plate: Plate) -> str:
    return "p" + sha256(plate.silhouette.data.encode()).hexdigest()[:6]


def box_of(width: float, height: float) -> Box:
    """Room for labels all around, whatever they are, so that a plate that changes does not jump."""
    across, down = (float(around) + EDGE_PX for around in AROUND_PX)
    return -across, -down, round(width) + across, round(height) + down


def document(plate: Plate, shades: Shades, box: Box, prefix: str, inside: str) -> str:
    left, top, right, bottom = box
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kf kp" role="img" '
        f'viewBox="{left:g} {top:g} {right - left:g} {bottom - top:g}" '
        f'aria-labelledby="{prefix}-t {prefix}-d">'
        f'<title id="{prefix}-t">{escape(plate.title)}</title>'
        f'<desc id="{prefix}-d">{escape(described(plate, shades))}</desc>{inside}</svg>'
    )


def patterns(prefix: str) -> str:
    tiles = "".join(
        f'<pattern id="{prefix}-{state}" class="k-pattern" width="8" height="8" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)">{drawing}</pattern>'
        for state, drawing in PATTERNS.items()
    )
    return f"<defs>{tiles}</defs>"


def painted(plate: Plate, shades: Shades, labels: str, prefix: str) -> str:
    seen = [patch for patch in plate.muscles if not patch.deep]
    seen.sort(key=lambda patch: shade_of(shades, patch.group, patch.side).step)
    muscles = "".join(muscle(patch, shade_of(shades, patch.group, patch.side), prefix) for patch in seen)
    ghosts = (
        ghost(patch, shade_of(shades, patch.group, patch.side)) for patch in hidden(plate.muscles, shades)
    )
    return patterns(prefix) + body(plate, muscles, prefix) + "".join(ghosts) + labels


def body(plate: Plate, muscles: str, prefix: str) -> str:
    """Room and body with these muscles, clipped to its outline."""
    outline = f'd="{plate.silhouette.data}"'
    return (
        f'{room(plate)}<clipPath id="{prefix}-c"><path {outline}/></clipPath>'
        + "".join(map(path, plate.behind))
        + f'<g clip-path="url(#{prefix}-c)">{path(plate.silhouette)}{paths(plate.clipped)}'
        + muscles
        + paths(plate.over)
        + "</g>"
        + paths(plate.lines)
        + f'<path class="k-outline k-edge" {outline}/>'
    )


def room(plate: Plate) -> str:
    """Wall and floor as two tones; none where the floor is everywhere."""
    left, top, right, bottom = box_of(plate.width, plate.height)
    left, right, bottom = left - BEYOND_PX, right + BEYOND_PX, bottom + BEYOND_PX
    if plate.room.from_above:
        return ""
    wall = plate.room.wall_x
    planes = "" if wall is None else rectangle("k-wall", (left, top - BEYOND_PX, wall, bottom))
    return planes + rectangle("k-floor", (left, plate.room.floor_y, right, bottom))


def rectangle(color: str, box: Box) -> str:
    left, top, right, bottom = box
    return f'<path class="{color}" d="M{left:g} {top:g}H{right:g}V{bottom:g}H{left:g}z"/>'


def paths(shapes: Sequence[Shape]) -> str:
    return "".join(path(shape) for shape in shapes if shape.data)


def muscle(patch: Patch, shade: Shade, prefix: str) -> str:
    title = f"<title>{escape(shade.words or shade.name)}</title>" if shade.words or shade.name else ""
    hatch = (
        f'<path class="k-hatch" fill="url(#{prefix}-{shade.state})" d="{patch.data}"/>' if shade.step else ""
    )
    return (
        f'<g class="k-muscle" data-group="{patch.group}" data-side="{patch.side}">{title}'
        f'<path class="{shade.color}" d="{patch.data}"/>{hatch}</g>'
    )


def piece(patch: Patch, shade: Shade) -> str:
    """Of a coarse plate: only what stretches or works belongs to one group."""
    drawn = f'<path class="{shade.color}" d="{patch.data}"/>'
    named = f' data-group="{patch.group}" data-side="{patch.side}"' if shade.step else ""
    return f'<g class="k-muscle"{named}>{drawn}</g>'


def hidden(patches: Sequence[Patch], shades: Shades) -> list[Patch]:
    """Deep muscles of groups of which nothing else is seen; of both sides the busier, or else the nearer."""
    seen = {patch.group for patch in patches if patch.area >= LEAST_AREA_PX}
    best: dict[str, Patch] = {}
    ranked = [patch for patch in patches if patch.deep and patch.group not in seen]
    ranked.sort(key=lambda patch: (shade_of(shades, patch.group, patch.side).step, patch.near_m))
    for patch in ranked:
        best[patch.muscle] = patch
    return list(best.values())


def ghost(patch: Patch, shade: Shade) -> str:
    if shade.step < GHOST_FROM_STEP:
        return ""
    title = f"<title>{escape(shade.words or shade.name)}</title>"
    return (
        f'<g class="k-muscle k-ghost" data-group="{patch.group}" data-side="{patch.side}">{title}'
        f'<path class="{shade.color}" d="{patch.data}"/></g>'
    )


def labels_of(plate: Plate, shades: Shades) -> str:
    """For wide windows and for narrow ones; the style shows one of them."""
    left, _, right, _ = box_of(plate.width, plate.height)
    return "".join(
        f'<g class="k-labels {lettering.kind}" font-size="{lettering.font_px:g}" aria-hidden="true">'
        f"{''.join(drawn_label(label, lettering) for label in place_labels(plate, shades, lettering))}</g>"
        for lettering in letterings(right - left)
    )


def drawn_label(label: Label, lettering: Lettering) -> str:
    left, top, right, bottom = label.box
    x = {"start": left, "end": right, "middle": (left + right) / 2}[label.align]
    (ax, ay), (ex, ey) = label.anchor, label.end
    dx = {"start": 5, "end": -5, "middle": 0}[label.align]
    radius = DOT * lettering.font_px
    y, dy = (bottom, "-1.4em") if label.below else (top, "0.9em")
    return (
        f'<path class="k-lead" d="M{ax:.0f} {ay:.0f}L{ex:.0f} {ey:.0f}"/>'
        f'<circle class="k-dot" cx="{ax:.0f}" cy="{ay:.0f}" r="{radius:.1f}"/>'
        f'<text class="k-label" x="{x + dx:.0f}" y="{y:.0f}" dy="{dy}" text-anchor="{label.align}">{escape(label.name)}'
        f'<tspan class="k-state" x="{x + dx:.0f}" dy="1.25em">{escape(label.state)}</tspan></text>'
    )


def described(plate: Plate, shades: Shades) -> str:
    """The whole plate in words."""
    parts = [plate.description]
    for state in (*STRONG, State.SLACK, State.NOT_COMPUTED):
        named = dict.fromkeys(
            shade.name or group.replace("-", " ")
            for (group, _), shade in sorted(shades.items(), key=lambda item: -item[1].share)
            if shade.state == state
        )
        if named:
            words = STATE_WORDS[state]
            parts.append(f"{words[:1].upper()}{words[1:]}: {', '.join(named)}.")
    return " ".join(parts)
