"""What the reflexes move: veins, small vessels, contractility, the RR interval; equations in reflex.py."""

from karani.circulation.kernel.breath import LAGGED_L, MEAN_L
from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Breathing, Circuit, Heart, Reflex
from karani.circulation.kernel.layout import (
    ALPHA_RESISTANCE,
    ALPHA_VENOUS,
    ARM_VEINS,
    BETA,
    CALF_VEINS,
    CHEST_RESISTANCE,
    CHEST_VENOUS,
    FIRST_STIFFENING,
    KIDNEY_VEINS,
    LEG_TISSUE,
    LINK_ARM,
    LINK_CALF,
    LINK_HEAD,
    LINK_KIDNEY,
    LINK_SPLANCHNIC,
    LINK_THIGH,
    N_LINKS,
    SPLANCHNIC_VEINS,
    THIGH_VEINS,
    VAGAL,
)

LEAST_RESISTANCE = 0.15  # of a bed's own
LEAST_UNSTRESSED = 0.25  # of a vein's own, however hard the reflexes and the creep pull
LEFT_LEAST_COMPLIANCE, RIGHT_LEAST_COMPLIANCE = 0.20, 0.40  # ml/mmHg, as in Heldt's code


@compiled
def set_unstressed(unstressed: Array, answers: Array, creep: Array, circuit: Circuit, reflex: Reflex) -> None:
    own, arterial, chest = circuit.unstressed_ml, answers[ALPHA_VENOUS], answers[CHEST_VENOUS]
    for i in range(FIRST_STIFFENING, LEG_TISSUE):
        unstressed[i] = own[i] + creep[i]
    legs = reflex.leg_venous_gain_ml_per_mmhg * arterial + reflex.leg_chest_venous_gain_ml_per_mmhg * chest
    unstressed[THIGH_VEINS] += reflex.thigh_venous_share * legs
    unstressed[CALF_VEINS] += (1.0 - reflex.thigh_venous_share) * legs
    unstressed[SPLANCHNIC_VEINS] += (
        reflex.splanchnic_venous_gain_ml_per_mmhg * arterial
        + reflex.splanchnic_chest_venous_gain_ml_per_mmhg * chest
    )
    unstressed[ARM_VEINS] += (
        reflex.head_arm_venous_gain_ml_per_mmhg * arterial
        + reflex.head_arm_chest_venous_gain_ml_per_mmhg * chest
    )
    unstressed[KIDNEY_VEINS] += (
        reflex.kidney_venous_gain_ml_per_mmhg * arterial + reflex.kidney_chest_venous_gain_ml_per_mmhg * chest
    )
    unstressed[KIDNEY_VEINS] = max(unstressed[KIDNEY_VEINS], reflex.least_kidney_unstressed_ml)
    for i in range(FIRST_STIFFENING, LEG_TISSUE):
        unstressed[i] = max(unstressed[i], LEAST_UNSTRESSED * own[i]) if i != KIDNEY_VEINS else unstressed[i]


@compiled
def set_small_vessels(
    resistance: Array, answers: Array, head: float, dilation: float, circuit: Circuit, reflex: Reflex
) -> None:
    own = circuit.resistance_mmhg_s_per_ml
    change = (
        reflex.alpha_resistance_gain_s_per_ml * answers[ALPHA_RESISTANCE]
        + reflex.chest_resistance_gain_s_per_ml * answers[CHEST_RESISTANCE]
    )
    wide = 1.0 + dilation
    resistance[LINK_HEAD] = head
    resistance[LINK_KIDNEY] = own[LINK_KIDNEY] + change
    resistance[LINK_SPLANCHNIC] = own[LINK_SPLANCHNIC] + change
    resistance[LINK_ARM] = own[LINK_ARM] + reflex.arm_thigh_weight * change
    resistance[LINK_THIGH] = (own[LINK_THIGH] + reflex.arm_thigh_weight * change) / wide
    resistance[LINK_CALF] = (own[LINK_CALF] + reflex.calf_weight * change) / wide
    for link in range(LINK_ARM, LINK_CALF + 1):
        resistance[link] = max(resistance[link], LEAST_RESISTANCE * own[link])


@compiled
def set_conductance(conductance: Array, resistance: Array) -> None:
    for link in range(N_LINKS):
        conductance[link] = 1.0 / resistance[link]


@compiled
def set_contractility(contractility: Array, beta: float, heart: Heart, reflex: Reflex) -> None:
    left = (
        1.0 / heart.left_ventricle_elastance_mmhg_per_ml + reflex.left_contractility_gain_ml_per_mmhg2 * beta
    )
    right = (
        1.0 / heart.right_ventricle_elastance_mmhg_per_ml
        + reflex.right_contractility_gain_ml_per_mmhg2 * beta
    )
    contractility[0] = 1.0 / max(LEFT_LEAST_COMPLIANCE, left)
    contractility[1] = 1.0 / max(RIGHT_LEAST_COMPLIANCE, right)


@compiled
def rr_interval(
    answers: Array, breath: Array, withdrawal: float, heart: Heart, reflex: Reflex, breathing: Breathing
) -> float:
    tone = 1.0 + breathing.vagal_tone_per_mmhg * answers[VAGAL]
    tone = min(max(tone, breathing.least_vagal_tone), breathing.most_vagal_tone)
    interval = (
        heart.rr_interval_s
        + reflex.vagal_gain_s_per_mmhg * answers[VAGAL]
        + reflex.beta_gain_s_per_mmhg * answers[BETA]
        - breathing.arrhythmia_gain_s_per_l * tone * (breath[LAGGED_L] - breath[MEAN_L])
        - withdrawal
    )
    return min(max(interval, heart.least_rr_interval_s), heart.most_rr_interval_s)
