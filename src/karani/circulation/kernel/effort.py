"""What muscles add that hold a posture: the brain's own drive and the muscles' reflex, as one.

f'  = (E - f)/T      once with the pulse's time, once with the set point's       E effort, 0 to 1
the pulse is faster by D f, the arterial set point higher by S f       1/RR = 1/RR' + D f
"""

from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Effort, Heart
from karani.circulation.kernel.layout import SAMPLE_S

PULSE, SET_POINT = range(2)


@compiled
def feel_effort(felt: Array, now: float, effort: Effort) -> None:
    felt[PULSE] += SAMPLE_S * (now - felt[PULSE]) / effort.pulse_time_s
    felt[SET_POINT] += SAMPLE_S * (now - felt[SET_POINT]) / effort.set_point_time_s


@compiled
def quickened(interval_s: float, felt: Array, effort: Effort, heart: Heart) -> float:
    """Work adds beats, whatever the pulse is without it."""
    return max(heart.least_rr_interval_s, 1.0 / (1.0 / interval_s + effort.pulse_per_s * felt[PULSE]))
