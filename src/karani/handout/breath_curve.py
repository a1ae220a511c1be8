"""A paced breath as a curve: up while the breath comes in, down while it goes."""

from karani.library.vocabulary import Breathing

COUNT_WIDTH = 6.0
HEIGHT = 40.0
MOST_BREATHS = 5
PEN = 'fill="none" stroke="#8a3823" stroke-width="1.6" stroke-linecap="round"'


def draw_breath(breathing: Breathing) -> str:
    """The first breaths of a protocol as SVG; empty for a natural breath."""
    breaths = [stage for stage in breathing.stages for _ in range(stage.rounds)][:MOST_BREATHS]
    x, path = 2.0, f"M2 {HEIGHT}"
    for breath in breaths:
        rise, fall = breath.inhale * COUNT_WIDTH, breath.exhale * COUNT_WIDTH
        path += swing(x, rise, HEIGHT, 4.0) + swing(x + rise, fall, 4.0, HEIGHT)
        x += rise + fall
    if not breaths:
        return ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {x + 2:g} {HEIGHT + 4:g}">'
        f'<path d="M0 {HEIGHT}H{x + 2:g}" stroke="#7a6a5e" stroke-width="0.6"/><path d="{path}" {PEN}/></svg>'
    )


def swing(x: float, width: float, start: float, end: float) -> str:
    middle = x + width / 2
    return f"C{middle:g} {start:g} {middle:g} {end:g} {x + width:g} {end:g}"


def say_breath(breathing: Breathing) -> str:
    """In for 4, out for 8, five times."""
    parts = [f"in {stage.inhale:g}, out {stage.exhale:g}, {stage.rounds} ×" for stage in breathing.stages]
    return "; ".join(parts)
