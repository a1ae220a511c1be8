"""Pressure across the wall of a vessel from the blood it holds.

    artery, lung       P = E (V - V0)
    vein, filled       P = E (V - V0) / (1 - ((V - V0)/Vm)^2)      Vm = 0: no bound, the first form
    vein, collapsed    P = -pc (r - 1),   r = (V0 - f V0) / (V - f V0)      V < V0

P mmHg, V ml, V0 unstressed volume, E elastance mmHg/ml, Vm largest stressed volume, f share of V0 that stays in a
collapsed vein, pc mmHg. The bounded form has the slope at V0 and the bound of Heldt's (2004) tan law,
(2 Vm E/pi) tan(pi (V - V0)/(2 Vm)), without its transcendental. A collapsed vein empties through its resistance times r^2
(vascular waterfall; Zamanian 2007): without it raised legs would be sucked empty.
"""

from karani.circulation.kernel.compiled import compiled

FULLEST = 0.97  # of the bound; beyond it the curve goes on straight, so that a step never divides by zero
LEAST_LEFT = 1e-3  # of V0 above the residual volume, for the same reason


@compiled
def stiffening_vein(
    volume: float,
    unstressed: float,
    elastance: float,
    most: float,
    residual_share: float,
    collapse_mmhg: float,
) -> tuple[float, float]:
    """Pressure, and the share of its drain's conductance that is left."""
    stressed = volume - unstressed
    if stressed < 0.0:
        return collapsed(volume, unstressed, residual_share, collapse_mmhg)
    fill = min(stressed / most, FULLEST)
    return stressed * elastance / (1.0 - fill * fill), 1.0


@compiled
def other_vein(
    volume: float, unstressed: float, elastance: float, residual_share: float, collapse_mmhg: float
) -> tuple[float, float]:
    stressed = volume - unstressed
    if stressed < 0.0:
        return collapsed(volume, unstressed, residual_share, collapse_mmhg)
    return stressed * elastance, 1.0


@compiled
def collapsed(
    volume: float, unstressed: float, residual_share: float, collapse_mmhg: float
) -> tuple[float, float]:
    residual = residual_share * unstressed
    ratio = (unstressed - residual) / max(volume - residual, LEAST_LEFT * unstressed)
    return collapse_mmhg * (1.0 - ratio), 1.0 / (ratio * ratio)


@compiled
def one_way(flow: float) -> float:
    """A valve, or a valved vein."""
    return max(0.0, flow)
