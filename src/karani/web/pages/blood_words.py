"""The blood's numbers as sentences: small effects are said small, and every number has its range."""

from collections.abc import Mapping
from dataclasses import dataclass

MINUS = "\N{MINUS SIGN}"
ML_PER_L = 1000.0
HARDLY_ML, HARDLY_BPM, HARDLY_PERCENT = 50.0, 2.0, 3.0
PLENTY_BPM = 1.0


@dataclass(frozen=True, slots=True)
class Range:
    """A middle person, and between what nine of ten people lie."""

    low: float
    middle: float
    high: float

    def text(self, digits: int = 0) -> str:
        """-12 (-30 to -2), with true minus signs."""
        low, middle, high = (number(value, digits) for value in (self.low, self.middle, self.high))
        return f"{middle} ({low} to {high})"

    def turned(self) -> "Range":
        """The same, counted the other way about."""
        return Range(-self.high, -self.middle, -self.low)


Numbers = Mapping[str, Range]


def number(value: float, digits: int = 0) -> str:
    rounded = round(value, digits) + 0.0
    return f"{rounded:.{digits}f}".replace("-", MINUS)


def liters(amount: Range) -> str:
    """0.23 l (0.17 to 0.30)."""
    return f"{amount.middle / ML_PER_L:.2f} l ({amount.low / ML_PER_L:.2f} to {amount.high / ML_PER_L:.2f})"


def say_legs(numbers: Numbers) -> str:
    if "legs_from_lying_ml" not in numbers:
        return ""
    lying, standing = numbers["legs_from_lying_ml"], numbers["legs_from_standing_ml"]
    if lying.middle < -HARDLY_ML:
        told = f"Coming from lying flat, about {liters(lying.turned())} of blood leaves your legs"
    elif lying.middle > HARDLY_ML:
        told = f"Coming from lying flat, your legs take up about {liters(lying)} of blood"
    else:
        told = "Your legs hold about as much blood as in lying flat"
    if standing.middle < -HARDLY_ML:
        return f"{told}; coming from standing, about {liters(standing.turned())} leaves them."
    return f"{told}, about as much as standing."


def say_pulse(numbers: Numbers) -> str:
    standing, lying = numbers["pulse_from_standing_bpm"], numbers["pulse_from_lying_bpm"]
    if standing.middle > HARDLY_BPM:
        told = f"From standing, the pulse goes up by {ranged(standing)} beats a minute"
    elif standing.middle < -HARDLY_BPM:
        told = f"From standing, the pulse comes down by {ranged(standing.turned())} beats a minute"
    else:
        told = "The pulse stays about where it is in standing"
    if abs(lying.middle) <= HARDLY_BPM:
        return f"{told}; lying flat does nearly all of that, the pose itself one or two beats."
    change = "lower" if lying.middle < 0.0 else "higher"
    return f"{told}; against lying flat it is {number(abs(lying.middle))} {change}."


def ranged(amount: Range) -> str:
    """13 (2 to 30); what goes the other way in a few people is said as 0."""
    return f"{number(amount.middle)} ({number(max(amount.low, 0.0))} to {number(amount.high)})"


def say_stroke(numbers: Numbers) -> str:
    if "stroke_late_percent" not in numbers:
        return ""
    first, late = numbers["stroke_first_percent"], numbers["stroke_late_percent"]
    if max(abs(first.middle), abs(late.middle)) < HARDLY_PERCENT:
        return "Each beat moves as much blood as in lying flat, within a few percent."
    return (
        f"Against lying flat, each beat moves {number(first.middle)} % more blood in the first minute"
        f" and {number(late.middle)} % at the end: a small effect."
        if first.middle > 0.0
        else f"Against lying flat, each beat moves {number(-first.middle)} % less blood in the first minute"
        f" and {number(-late.middle)} % less at the end."
    )


def say_swing(numbers: Numbers) -> str:
    swing = numbers.get("swing_bpm")
    if swing is None:
        return ""
    return (
        f"With the counted breath the pulse swings by about {number(swing.middle)} beats"
        f" ({number(swing.low)} to {number(swing.high)}), faster in, slower out."
    )


def say_calf(numbers: Numbers) -> str:
    if "calf_mmhg" not in numbers:
        return ""
    calf, standing = numbers["calf_mmhg"], numbers["calf_standing_mmhg"]
    return (
        f"The veins of the calf carry {number(calf.middle)} mmHg; standing, {number(standing.middle)} mmHg."
    )


FIRST = (say_legs, say_pulse)
"""Read at once; the rest is read by who wants more."""
MORE = (say_stroke, say_swing, say_calf)
