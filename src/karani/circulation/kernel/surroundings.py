"""What lies around the vessels: the posture of this moment, the columns of blood, the pressures of chest, belly and muscles.

P_ext + rho g z        z cm above the right atrium; the belly's contents carry a share k of their own column

Wide lungs hold more blood; upright, the upper lung closes and holds less. Both move the volume at which the lungs' veins are slack.
"""

import math

from karani.circulation.kernel.bench import PLACE, Counts
from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Breathing, Circuit, GettingUp, Schedule, Vessels
from karani.circulation.kernel.layout import (
    IN_BELLY,
    IN_CHEST,
    IN_LEG_MUSCLE,
    LEFT_VENTRICLE,
    LUNG_VEINS,
    N_POSTURE,
    REGION,
    RIGHT_ATRIUM,
    TRUNK,
    N,
)


@compiled
def set_posture(posture: Array, counts: Counts, now_s: float, schedule: Schedule, move_s: float) -> None:
    """Where the body is now; it moves from one posture to the next along half a cosine."""
    starts, postures = schedule.posture_start_s, schedule.postures
    while counts[PLACE] + 1 < starts.shape[0] and now_s >= starts[counts[PLACE] + 1]:
        counts[PLACE] += 1
    place = counts[PLACE]
    before, share = place, 0.0
    if place > 0 and now_s < starts[place] + move_s:
        before, share = place - 1, 0.5 * (1.0 + math.cos(math.pi * (now_s - starts[place]) / move_s))
    for i in range(N_POSTURE):
        posture[i] = share * postures[before, i] + (1.0 - share) * postures[place, i]


@compiled
def set_outside(
    outside: Array, posture: Array, lung_l: float, squeezed: float,
    circuit: Circuit, vessels: Vessels, breathing: Breathing, getting_up: GettingUp,
) -> float:  # fmt: skip
    """Pressure around every vessel plus its column of blood; the belly's contents carry a share of theirs. Returns P_pl."""
    pleural = breathing.pleural_mmhg + breathing.pleural_upright_mmhg * posture[TRUNK]
    pleural -= breathing.pleural_mmhg_per_l * lung_l
    belly = breathing.abdominal_mmhg_per_l * lung_l + getting_up.belly_squeeze_mmhg * squeezed
    muscle = getting_up.leg_squeeze_mmhg * squeezed
    for i in range(N):
        column = vessels.gravity_mmhg_per_cm * posture[REGION[i]]
        carried = breathing.abdominal_column_share * column
        outside[i] = (
            column + IN_CHEST[i] * pleural + IN_BELLY[i] * (belly - carried) + IN_LEG_MUSCLE[i] * muscle
        )
    for i in range(RIGHT_ATRIUM, LEFT_VENTRICLE + 1):
        outside[i] = 0.0  # the chambers' pressures hold what surrounds them
    opened_ml = breathing.lung_blood_ml_per_l * lung_l - breathing.lung_closure_ml * max(0.0, posture[TRUNK])
    outside[LUNG_VEINS] -= opened_ml * circuit.elastance_mmhg_per_ml[LUNG_VEINS]
    return pleural


@compiled
def record(
    volumes: Array, pressures: Array, second: int, volume: Array, transmural: Array, outside: Array,
    posture: Array, vessels: Vessels,
) -> None:  # fmt: skip
    """Volumes, and pressures at each vessel's own height."""
    for i in range(N):
        volumes[second, i] += volume[i]
        pressures[second, i] += transmural[i] + outside[i] - vessels.gravity_mmhg_per_cm * posture[REGION[i]]
