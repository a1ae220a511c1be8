"""One step of the classical Runge-Kutta method of fourth order for all volumes."""

from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.flows import set_rates
from karani.circulation.kernel.groups import Array, Circuit, Heart, Vessels
from karani.circulation.kernel.heart import activation
from karani.circulation.kernel.layout import N
from karani.circulation.kernel.pacemaker import ATRIA_RISE_S, ATRIA_S, VENTRICLES_RISE_S, VENTRICLES_S

LAST_STAGE = 3


@compiled
def step_volumes(
    volume: Array, rates: Array, flow: Array, transmural: Array, trial: Array, unstressed: Array, outside: Array,
    conductance: Array, contractility: Array, circuit: Circuit, heart: Heart, vessels: Vessels, beat: Array,
    pleural: float, dt: float,
) -> None:  # fmt: skip
    """Volumes one step on; `flow` and `transmural` are left as at its end. One call in a loop compiles in a third of the time."""
    for i in range(N):
        trial[i] = volume[i]
    for stage in range(4):
        since_s = dt * (0.0 if stage == 0 else 1.0 if stage == LAST_STAGE else 0.5)
        atria = activation(beat[ATRIA_S] + since_s, beat[ATRIA_RISE_S])
        ventricles = activation(beat[VENTRICLES_S] + since_s, beat[VENTRICLES_RISE_S])
        set_rates(rates[stage], flow, transmural, trial, unstressed, outside, conductance, contractility,
                  circuit, heart, vessels, atria, ventricles, pleural)  # fmt: skip
        if stage < LAST_STAGE:
            ahead = dt if stage == LAST_STAGE - 1 else 0.5 * dt
            for i in range(N):
                trial[i] = volume[i] + ahead * rates[stage, i]
    for i in range(N):
        volume[i] += dt / 6.0 * (rates[0, i] + 2.0 * rates[1, i] + 2.0 * rates[2, i] + rates[3, i])
