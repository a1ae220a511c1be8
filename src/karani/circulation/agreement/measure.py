"""Measuring a simulation as a laboratory measured people."""

import math
from collections.abc import Callable

import numpy as np

from karani.circulation.agreement.authority import Authority, Compare, Statistic
from karani.circulation.hemodynamics import Beats, Hemodynamics
from karani.circulation.kernel.groups import Array
from karani.circulation.timeline import Breath, Step, Tilt, Timeline
from karani.units import MILLISECONDS_PER_SECOND, SECONDS_PER_MINUTE

Span = tuple[float, float]
GRAVITY_MMHG_PER_CM = 0.7797
RESAMPLED_S = 0.1
PERCENT = 100.0
FAST_BAND_HZ = (0.15, 0.4)
DECIBEL_OF_AMPLITUDE = 20.0

Simulated = Callable[[Timeline, float], Hemodynamics]
"""A timeline and the blood given before it, ml."""


def measure(row: Authority, simulated: Simulated) -> float:
    """The model's value for one published number, in the row's unit."""
    found = statistic_of(row, simulated(row.steps, row.donated_ml), row.steps)
    if row.before_s is None:
        return found
    if row.against is None:
        before = mean_of(row.quantity, simulated(row.steps, row.donated_ml), row.before_s)
    else:
        before = other_statistic(row, simulated)
    return compared(row.compare, found, before, row.steps)


def other_statistic(row: Authority, simulated: Simulated) -> float:
    assert row.against is not None
    assert row.before_s is not None
    return of_window(row.statistic, row, simulated(row.against, 0.0), row.against, row.before_s)


def statistic_of(row: Authority, found: Hemodynamics, steps: Timeline) -> float:
    return of_window(row.statistic, row, found, steps, row.window_s)


def of_window(
    statistic: Statistic, row: Authority, found: Hemodynamics, steps: Timeline, window_s: Span
) -> float:
    match statistic:
        case "mean":
            return mean_of(row.quantity, found, window_s)
        case "lowest":
            return float(smoothed(row, found, window_s).min())
        case "highest":
            return float(smoothed(row, found, window_s).max())
        case _:
            return of_beats(statistic, found.beats, window_s, steps)


def of_beats(statistic: Statistic, beats: Beats, window_s: Span, steps: Timeline) -> float:
    match statistic:
        case "swing":
            return swing_bpm(beats, window_s, last_breath_s(steps))
        case "alpha":
            return alpha_ms_per_mmhg(beats, window_s, last_breath_s(steps))
        case "rmssd":
            return rmssd_ms(beats, window_s)
        case "fast_power":
            return fast_power_ms2(beats, window_s)
        case _:
            return float(rr_ms(beats, window_s).std())


def compared(compare: Compare, found: float, before: float, steps: Timeline) -> float:
    match compare:
        case "difference":
            return found - before
        case "percent":
            return PERCENT * (found / before - 1.0)
        case "ratio":
            return found / before
        case "decibel":
            return DECIBEL_OF_AMPLITUDE * math.log10(found / before)
        case "indifference":
            return (before - found) / (GRAVITY_MMHG_PER_CM * math.sin(math.radians(last_tilt_deg(steps))))
        case "value":
            return found


def mean_of(quantity: str, found: Hemodynamics, window_s: Span) -> float:
    if quantity == "end_diastolic_volume_ml":
        beats = found.beats
        return float(beats.end_diastolic_volume_ml[within(beats.time_s, window_s)].mean())
    series: Array = getattr(found, quantity)
    return float(series[within(found.time_s, window_s)].mean())


def smoothed(row: Authority, found: Hemodynamics, window_s: Span) -> Array:
    """Running means over `smooth_s` seconds: a group's mean curve hides what single beats do."""
    series: Array = getattr(found, row.quantity)
    window = series[within(found.time_s, window_s)]
    return np.convolve(window, np.full(row.smooth_s, 1.0 / row.smooth_s), "valid")


def within(time_s: Array, window_s: Span) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return (time_s > window_s[0]) & (time_s <= window_s[1])


def rr_ms(beats: Beats, window_s: Span) -> Array:
    return beats.rr_s[within(beats.time_s, window_s)] * MILLISECONDS_PER_SECOND


def rmssd_ms(beats: Beats, window_s: Span) -> float:
    return float(np.sqrt(np.mean(np.diff(rr_ms(beats, window_s)) ** 2)))


def fast_power_ms2(beats: Beats, window_s: Span) -> float:
    """Power of the RR interval from 0.15 to 0.4 Hz."""
    times = np.arange(*window_s, RESAMPLED_S)
    rr = np.interp(times, beats.time_s, beats.rr_s * MILLISECONDS_PER_SECOND)
    tapered = (rr - rr.mean()) * np.hanning(len(rr))
    power = np.abs(np.fft.rfft(tapered)) ** 2
    frequency_hz = np.fft.rfftfreq(len(rr), RESAMPLED_S)
    low, high = FAST_BAND_HZ
    return float(power[(frequency_hz >= low) & (frequency_hz <= high)].sum())


def swing_bpm(beats: Beats, window_s: Span, breath_s: float) -> float:
    """Highest minus lowest pulse in each breath, on average."""
    starts = np.arange(window_s[0], window_s[1] - breath_s, breath_s)
    rates = [
        SECONDS_PER_MINUTE / beats.rr_s[within(beats.time_s, (start, start + breath_s))] for start in starts
    ]
    return float(np.mean([rate.max() - rate.min() for rate in rates]))


def alpha_ms_per_mmhg(beats: Beats, window_s: Span, breath_s: float) -> float:
    """Swing of the RR interval over swing of systolic pressure, both at the breath's frequency."""
    times = np.arange(window_s[0], window_s[1] - 1.0, RESAMPLED_S)
    wave = np.exp(-2j * np.pi * times / breath_s)
    rr = np.interp(times, beats.time_s, beats.rr_s * MILLISECONDS_PER_SECOND)
    systolic = np.interp(times, beats.time_s, beats.systolic_mmhg)
    return float(abs((rr - rr.mean()) @ wave) / abs((systolic - systolic.mean()) @ wave))


def last_breath_s(steps: Timeline) -> float:
    breath = steps.steps[-1].breath
    assert isinstance(breath, Breath)
    return breath.inhale_s + breath.exhale_s + breath.pause_s


def last_tilt_deg(steps: Timeline) -> float:
    step: Step = steps.steps[-1]
    assert isinstance(step.where, Tilt)
    return step.where.tilt_deg
