"""What vessels do by themselves within seconds and minutes: veins creep, the brain keeps its flow.

dx/dt = (c (Vs - Vs_rest) - x)/T        x unstressed volume that a fuller vein takes on, Vs stressed volume (stress relaxation)
dR/dt = R (q/q_rest - 1)/T'             the brain's resistance, within bounds
"""

from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Circuit, Setting, Vessels
from karani.circulation.kernel.layout import FIRST_STIFFENING, LEG_TISSUE, LINK_HEAD, SAMPLE_S

MOST_HEAD_CHANGE = 0.5  # of the flow, so that a first odd beat cannot upset it


@compiled
def creep_on(
    creep: Array, volume: Array, unstressed: Array, circuit: Circuit, setting: Setting, vessels: Vessels
) -> None:
    """Stress relaxation: a vein that stays fuller than at rest slowly gives way, dx/dt = (c (Vs - Vs_rest) - x)/T."""
    for i in range(FIRST_STIFFENING, LEG_TISSUE):
        change = volume[i] - unstressed[i] - setting.stressed_ml[i]
        creep[i] += SAMPLE_S * (circuit.creep_share[i] * change - creep[i]) / vessels.creep_time_s


@compiled
def regulate_head(resistance: float, relative_flow: float, circuit: Circuit, vessels: Vessels) -> float:
    """The brain's vessels widen or narrow until its flow is as at rest, within bounds; not a claim about the brain."""
    own = circuit.resistance_mmhg_s_per_ml[LINK_HEAD]
    change = min(max(relative_flow - 1.0, -MOST_HEAD_CHANGE), MOST_HEAD_CHANGE)
    resistance += SAMPLE_S * resistance * change / vessels.brain_time_s
    return min(max(resistance, vessels.brain_least_factor * own), vessels.brain_most_factor * own)
