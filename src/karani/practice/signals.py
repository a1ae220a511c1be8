"""When a hold signals its end: a chime two minutes before, a word one minute before, a chime at the end."""

TWO_MINUTES_FROM_S = 300.0
"""Holds of five minutes and more chime two minutes before their end."""
TWO_MINUTES_S = 120.0
NEARLY_OUT_FROM_S = 150.0
"""In a shorter hold the steps out are near enough."""
NEARLY_OUT_S = 60.0


def chimes_in(hold_s: float) -> bool:
    return hold_s >= TWO_MINUTES_FROM_S


def says_nearly_out(hold_s: float) -> bool:
    return hold_s >= NEARLY_OUT_FROM_S


def tail_seconds(hold_s: float) -> float:
    """From the first signal of the end to the end of the hold."""
    if chimes_in(hold_s):
        return TWO_MINUTES_S
    return NEARLY_OUT_S if says_nearly_out(hold_s) else 0.0
