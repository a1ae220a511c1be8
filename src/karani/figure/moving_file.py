"""A film as a file: an animated PNG for slides, or an animated SVG for pages.

The PNG moves through every posture in between and plays in browsers, Keynote and LibreOffice Impress; PowerPoint and paper
show its first picture. The SVG is small and sharp at any size, follows day and night, fades from still to still, and plays
where a browser shows it. Who asks for less motion sees the pose itself there.
"""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from karani.errors import FigureError
from karani.figure.apng import animated_png
from karani.figure.figure import Figure
from karani.figure.film import BREATHS, IN_S, OUT_S, STAY_S, Moment, breathed
from karani.figure.on_paper import plain_style
from karani.figure.options import Look
from karani.figure.svg import own_prefix, painted, style

KINDS = (".png", ".svg")
WIDTH_PT = 720.0
LEAST_ASPECT = 0.62
"""Of height to width: low figures stand in a room, too."""
DISC_SHARE = 0.36
FAR = 6000
FADE_S = 0.7
CALM = ".calm{display:none}@media(prefers-reduced-motion:reduce){.still{display:none}.calm{display:inline}}"
MOVING_PATH = re.compile(r'<path ([^>]*?)d="([^"]*)" data-in="([^"]*)"/>')
STILL_PATH = re.compile(r' data-in="[^"]*"')

Box = tuple[float, float, float, float]
"""Left, top, width and height around the place where the world begins."""


def check_kind(path: Path) -> None:
    if path.suffix.lower() not in KINDS:
        raise FigureError(
            f"{path.name} has no kind that moves; name it .png (for slides) or .svg (for pages)."
        )


def to_moving_file(moments: Sequence[Moment], look: Look, kind: str) -> bytes:
    return to_moving_png(moments, look) if kind == ".png" else to_moving_svg(moments, look).encode()


def to_moving_png(moments: Sequence[Moment], look: Look) -> bytes:
    """In the light colors of the page, as slides know no variables."""
    box = box_of([moment.figure for moment in moments])
    room = room_svg(moments, box)
    pictures = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{joined(box)}"><style>{plain_style(look)}</style>'
        f"{room}{placed(breathed(moment.figure, moment.breath), 'f')}</svg>"
        for moment in moments
    ]
    return animated_png(rasterized(pictures, box), [moment.seconds for moment in moments])


def rasterized(pictures: Sequence[str], box: Box) -> list[bytes]:
    """PNG files, one for each SVG."""
    height = round(WIDTH_PT * box[3] / box[2])
    page = f"#set page(width: {WIDTH_PT}pt, height: {height}pt, margin: 0pt)\n"
    with TemporaryDirectory() as folder:
        for number, picture in enumerate(pictures):
            Path(folder, f"{number}.svg").write_text(picture, "utf-8")
        pages = "#pagebreak()\n".join(
            f'#image("{number}.svg", width: {WIDTH_PT}pt)\n' for number in range(len(pictures))
        )
        source = Path(folder, "film.typ")
        source.write_text(page + pages, "utf-8")
        made: bytes | list[bytes] = typst.compile(source, format="png", ppi=72.0)
    return made if isinstance(made, list) else [made]


def to_moving_svg(moments: Sequence[Moment], look: Look) -> str:
    """The stills one after the other; the pose itself breathes."""
    shown = [moment.figure for moment in moments if moment.still]
    held = max(moments, key=lambda moment: moment.breath).figure
    stands_s = [BREATHS * (IN_S + OUT_S) if figure is held else FADE_S + STAY_S for figure in shown]
    box = box_of(shown)
    groups = "".join(
        f'<g class="still s{number}">{placed(figure, f"s{number}-", breathes=figure is held)}</g>'
        for number, figure in enumerate(shown)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{look.classes}" viewBox="{joined(box)}" role="img" aria-label="'
        f'{escape(held.title)}: {escape(held.description)}">{style()}<style>{keyframes(stands_s)}{CALM}'
        f'</style>{room_svg(moments, box)}{groups}<g class="calm">{placed(held, "calm-")}</g></svg>'
    )


def keyframes(stands_s: Sequence[float]) -> str:
    """Each still comes while the one before is still there, and goes after the next has come."""
    whole_s, at_s = sum(stands_s), 0.0
    rules = []
    for number, length_s in enumerate(stands_s):
        come, there, leave, gone = (
            100 * moment_s / whole_s
            for moment_s in (at_s, at_s + FADE_S, at_s + length_s, at_s + length_s + FADE_S)
        )
        first = number == 0
        hidden = "" if first else f"0%,{come:.2f}%{{opacity:0}}{there:.2f}%,"
        rules.append(
            f"@keyframes k{number}{{{hidden or '0%,'}{min(leave, 100):.2f}%{{opacity:1}}"
            + (f"{gone:.2f}%,100%{{opacity:0}}}}" if gone < 100 else "}")  # noqa: PLR2004 - percent
            + f".s{number}{{opacity:0;animation:k{number} {whole_s:.1f}s linear infinite}}"
        )
        at_s += length_s
    return "".join(rules)


def placed(figure: Figure, prefix: str, *, breathes: bool = False) -> str:
    """The figure where it is in the world."""
    paths = painted(figure, f"{prefix}{own_prefix(figure)}")
    paths = MOVING_PATH.sub(animated, paths) if breathes else STILL_PATH.sub("", paths)
    return f'<g transform="translate({-figure.room.origin_x:.1f} {-figure.room.origin_y:.1f})">{paths}</g>'


def animated(path: re.Match[str]) -> str:
    named, out, full = path.groups()
    return (
        f'<path {named}d="{out}"><animate attributeName="d" dur="{IN_S + OUT_S:g}s" repeatCount="indefinite"'
        f' values="{out};{full};{out}" keyTimes="0;{IN_S / (IN_S + OUT_S):.2f};1" calcMode="spline"'
        ' keySplines=".4 0 .6 1;.4 0 .6 1"/></path>'
    )


def box_of(figures: Sequence[Figure]) -> Box:
    """What holds them all, each where it is in the world."""
    left = min(-figure.room.origin_x for figure in figures)
    right = max(figure.width - figure.room.origin_x for figure in figures)
    top = min(-figure.room.origin_y for figure in figures)
    bottom = max(figure.height - figure.room.origin_y for figure in figures)
    lowest = LEAST_ASPECT * (right - left)
    return left, min(top, bottom - lowest), right - left, max(bottom - top, lowest)


def room_svg(moments: Sequence[Moment], box: Box) -> str:
    """One room for all: air, disc, wall and floor as the pose itself has them."""
    held = max(moments, key=lambda moment: moment.breath).figure.room
    left, _, width, height = box
    floor = -FAR if held.from_above else held.floor_y - held.origin_y
    parts = [f'<path class="k-air" d="M-{FAR}-{FAR}h{2 * FAR}v{2 * FAR}H-{FAR}z"/>']
    if not held.from_above:
        radius = DISC_SHARE * min(width, 1.4 * height)
        at = f'cx="{left + width / 2:.0f}" cy="{floor - 0.5 * radius:.0f}" r="{radius:.0f}"'
        parts.append(f'<circle class="k-disc" {at}/>')
    parts.append(f'<path class="k-floor" d="M-{FAR} {floor:.1f}h{2 * FAR}V{FAR}H-{FAR}z"/>')
    if held.wall_x is not None:
        wall = held.wall_x - held.origin_x
        parts.append(f'<path class="k-wall" d="M-{FAR}-{FAR}H{wall:.1f}V{FAR}H-{FAR}z"/>')
    return "".join(parts)


def joined(box: Box) -> str:
    return " ".join(f"{value:.0f}" for value in box)
