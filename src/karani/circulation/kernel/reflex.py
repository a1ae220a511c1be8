"""The reflexes: what they sense, how they answer, what they move.

    e    = s atan((P - P_set)/s)       s smaller above the set point than below (supine man is near full load)
    x_a  = sum over j of h_a[j] e[t - j]        h_a a triangle of unit area: delay, peak, end       (Heldt 2004)
    RR   = RR0 + Gv x_vagal + Gb x_beta - breath
    R_j  = R_j0 + w_j (G_a x_alphaR + G_c x_chestR)        V0_j = V0_j0 + g_j x_alphaV + g'_j x_chestV
    1/E  = 1/E0 + g x_beta

Sensed: arterial pressure, partly at the carotid sinus above the heart; and the right atrium's pressure across its wall. Upright and
head-down the arterial set point comes to lie higher than lying, within a minute (vestibular and arousal reflexes in one; people's mean pressure rises both
ways).
"""

import math

from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Reflex, Setting
from karani.circulation.kernel.layout import FIRST_CHEST_ARM, KEPT_SAMPLES, SENSED_SAMPLES


@compiled
def saturating(error: float, below: float, above: float) -> float:
    scale = below if error < 0.0 else above
    return scale * math.atan(error / scale)


@compiled
def set_point_shift(trunk_sine: float, reflex: Reflex) -> float:
    """How much higher the arterial set point comes to lie than lying, mmHg."""
    if trunk_sine > 0.0:
        return reflex.upright_shift_mmhg * trunk_sine
    return -reflex.head_down_shift_mmhg * trunk_sine


@compiled
def answer(answers: Array, arterial: Array, chest: Array, newest: int, arms: Array) -> None:
    """Every arm's answer to the errors so far; both histories are written twice, so a window is one slice."""
    for arm in range(arms.shape[0]):
        history = arterial if arm < FIRST_CHEST_ARM else chest
        total = 0.0
        for j in range(KEPT_SAMPLES):
            total += arms[arm, j] * history[newest + j]
        answers[arm] = total


@compiled
def sense(sensed: Array, sample: int, arterial: float, chest: float, setting: Setting) -> None:
    if sample == 0:
        for j in range(SENSED_SAMPLES):
            sensed[0, j], sensed[1, j] = setting.arterial_mmhg, setting.chest_mmhg
    sensed[0, sample % SENSED_SAMPLES] = arterial
    sensed[1, sample % SENSED_SAMPLES] = chest


@compiled
def mean_sensed(sensed: Array, which: int) -> float:
    total = 0.0
    for j in range(SENSED_SAMPLES):
        total += sensed[which, j]
    return total / SENSED_SAMPLES


@compiled
def remember(history: Array, newest: int, error: float) -> None:
    history[newest] = error
    history[newest + KEPT_SAMPLES] = error


@compiled
def note_errors(
    arterial: Array,
    chest: Array,
    newest: int,
    sensed: Array,
    shift_mmhg: float,
    setting: Setting,
    reflex: Reflex,
) -> None:
    above = mean_sensed(sensed, 0) - setting.arterial_mmhg - shift_mmhg
    held = saturating(above, reflex.unloading_scale_mmhg, reflex.loading_scale_mmhg)
    remember(arterial, newest, setting.reflexes * held)
    fuller = mean_sensed(sensed, 1) - setting.chest_mmhg
    held = saturating(fuller, reflex.chest_unloading_scale_mmhg, reflex.chest_loading_scale_mmhg)
    remember(chest, newest, setting.reflexes * held)
