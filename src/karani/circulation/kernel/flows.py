"""How fast every compartment fills: the right-hand side.

    dV_i/dt = sum of q in - sum of q out        q_ij = (H_i - H_j) g_ij        H_i = P_tm,i + P_ext,i + rho g z_i

V ml, q ml/s, H mmHg, g ml/(s mmHg), z cm above the right atrium. Volumes are the state, so blood is neither made nor lost
whatever the reflexes do. Valves and the valved veins of arms and legs let blood pass one way only. Leg arterioles narrow as the leg
veins distend (veno-arteriolar answer). Fluid leaves the leg veins for the tissue (Heldt 2004):
    dVt/dt = (k (P_tm - P0) - Vt)/tau       k larger for leaving than for coming back.

The sums over compartments and links are written out by straight_line.py from layout.py.
"""

from collections.abc import Callable
from typing import Any

from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Vessels
from karani.circulation.kernel.heart import set_chamber_pressures
from karani.circulation.kernel.straight_line import write_set_rates
from karani.circulation.kernel.vessels import one_way, other_vein, stiffening_vein


@compiled
def narrowing(transmural_mmhg: float, vessels: Vessels) -> float:
    """What distended leg veins leave of the flow into them."""
    over = max(0.0, transmural_mmhg - vessels.distension_start_mmhg) / vessels.distension_scale_mmhg
    return 1.0 / (1.0 + vessels.distension_gain * over / (1.0 + over))


@compiled
def tissue_flow(held_ml: float, transmural_mmhg: float, vessels: Vessels) -> float:
    over = transmural_mmhg - vessels.tissue_start_mmhg
    per_mmhg = vessels.tissue_out_ml_per_mmhg if over > 0.0 else vessels.tissue_in_ml_per_mmhg
    return (per_mmhg * over - held_ml) / vessels.tissue_time_s


def compiled_set_rates() -> Callable[..., None]:
    names: dict[str, Any] = {
        "set_chamber_pressures": set_chamber_pressures,
        "stiffening_vein": stiffening_vein,
        "other_vein": other_vein,
        "one_way": one_way,
        "narrowing": narrowing,
        "tissue_flow": tissue_flow,
    }
    exec(write_set_rates(), names)  # noqa: S102 - our own lines, made from our own tables
    function: Callable[..., None] = names["set_rates"]
    return compiled(function)


set_rates = compiled_set_rates()
