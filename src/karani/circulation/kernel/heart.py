"""The four chambers: time-varying elastance, exponential filling, one pericardium around all.

    e(t) = (1 - cos(pi t/Ts))/2 for t < Ts,  (1 + cos(2 pi (t - Ts)/Ts))/2 for Ts <= t < 1.5 Ts,  else 0      (Heldt 2004)
    ventricle  P = e Ees (V - V0) + (1 - e) A (exp(B (V - V0)) - 1) + Ph
    atrium     P = (Ed + e (Ees - Ed)) (V - V0) + Ph
    around     Ph = Ppl + Pp exp((V_heart - Vp)/Lp)

P mmHg, V ml, t s since the beat of that chamber, Ts s (grows with the root of the RR interval), Ees and Ed mmHg/ml, A mmHg,
B 1/ml. The exponential filling and the pericardium are needed: with a straight filling curve the stroke volume rises 23 % in
20 degrees head-down tilt, where people show no change.
"""

import math

from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Heart
from karani.circulation.kernel.layout import LEFT_ATRIUM, LEFT_VENTRICLE, RIGHT_ATRIUM, RIGHT_VENTRICLE

FALL = 1.5  # the whole contraction, in rises


@compiled
def activation(since_s: float, rise_s: float) -> float:
    if since_s < 0.0 or since_s >= FALL * rise_s:
        return 0.0
    if since_s < rise_s:
        return 0.5 * (1.0 - math.cos(math.pi * since_s / rise_s))
    return 0.5 * (1.0 + math.cos(2.0 * math.pi * (since_s - rise_s) / rise_s))


@compiled
def ventricle_pressure(
    stretched: float, e: float, elastance: float, filling_mmhg: float, per_ml: float
) -> float:
    passive = filling_mmhg * (math.exp(per_ml * stretched) - 1.0)
    return e * elastance * stretched + (1.0 - e) * passive


@compiled
def atrium_pressure(stretched: float, e: float, elastance: float, resting: float) -> float:
    return (resting + e * (elastance - resting)) * stretched


@compiled
def set_chamber_pressures(
    pressure: Array,
    volume: Array,
    heart: Heart,
    contractility: Array,  # (left, right) mmHg/ml, as the reflex has it now
    atria: float,
    ventricles: float,
    pleural_mmhg: float,
) -> None:
    held = volume[RIGHT_ATRIUM] + volume[RIGHT_VENTRICLE] + volume[LEFT_ATRIUM] + volume[LEFT_VENTRICLE]
    around = pleural_mmhg + heart.pericardium_mmhg * math.exp(
        (held - heart.pericardium_volume_ml) / heart.pericardium_scale_ml
    )
    pressure[RIGHT_ATRIUM] = around + atrium_pressure(
        volume[RIGHT_ATRIUM] - heart.right_atrium_unstressed_ml,
        atria,
        heart.right_atrium_elastance_mmhg_per_ml,
        heart.right_atrium_resting_elastance_mmhg_per_ml,
    )
    pressure[LEFT_ATRIUM] = around + atrium_pressure(
        volume[LEFT_ATRIUM] - heart.left_atrium_unstressed_ml,
        atria,
        heart.left_atrium_elastance_mmhg_per_ml,
        heart.left_atrium_resting_elastance_mmhg_per_ml,
    )
    pressure[RIGHT_VENTRICLE] = around + ventricle_pressure(
        volume[RIGHT_VENTRICLE] - heart.right_ventricle_unstressed_ml,
        ventricles,
        contractility[1],
        heart.right_ventricle_filling_mmhg,
        heart.right_ventricle_filling_per_ml,
    )
    pressure[LEFT_VENTRICLE] = around + ventricle_pressure(
        volume[LEFT_VENTRICLE] - heart.left_ventricle_unstressed_ml,
        ventricles,
        contractility[0],
        heart.left_ventricle_filling_mmhg,
        heart.left_ventricle_filling_per_ml,
    )
