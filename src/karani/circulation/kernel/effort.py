"""What muscles add that hold a posture: the brain's own drive and the muscles' reflex, as one.

f'  = (E - f)/T      once with the pulse's time, once with the set point's       E effort, 0 to 1
the RR interval is shorter by D f, the arterial set point higher by S f
"""

from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Effort
from karani.circulation.kernel.layout import SAMPLE_S

PULSE, SET_POINT = range(2)


@compiled
def feel_effort(felt: Array, now: float, effort: Effort) -> None:
    felt[PULSE] += SAMPLE_S * (now - felt[PULSE]) / effort.pulse_time_s
    felt[SET_POINT] += SAMPLE_S * (now - felt[SET_POINT]) / effort.set_point_time_s
