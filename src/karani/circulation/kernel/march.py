"""Marching in time: Runge-Kutta of fourth order for the blood, reflexes each 62.5 ms, beats as they come.

Beats by integral pulse frequency modulation: dphi/dt = 1/RR(t), a beat at phi = 1. The atria start with the beat, the ventricles
after the atrioventricular delay. The step divides 62.5 ms; the stiffest pair (the two parts of the aorta) bounds it.
"""

import math

import numpy as np

from karani.circulation.kernel.breath import (
    LAGGED_L,
    MEAN_L,
    N_BREATH_STATE,
    VOLUME_L,
    breathe,
)
from karani.circulation.kernel.compiled import KERNEL, compiled, compiled_and_kept
from karani.circulation.kernel.flows import set_rates
from karani.circulation.kernel.getting_up import rise_and_fade, squeeze
from karani.circulation.kernel.groups import (
    Array,
    Breathing,
    Circuit,
    GettingUp,
    Heart,
    Reflex,
    Schedule,
    Setting,
    Vessels,
)
from karani.circulation.kernel.heart import activation
from karani.circulation.kernel.layout import (
    ABDOMEN,
    ALPHA_RESISTANCE,
    ALPHA_VENOUS,
    AORTA,
    ARM_VEINS,
    ARMS,
    BETA,
    CALF_VEINS,
    CAROTID,
    CHEST_RESISTANCE,
    CHEST_VENOUS,
    EFFORT,
    FIRST_OTHER_VEIN,
    FIRST_STIFFENING,
    HEAD_VEINS,
    IN_BELLY,
    IN_CHEST,
    IN_LEG_MUSCLE,
    KEPT_SAMPLES,
    KIDNEY_VEINS,
    LEFT_VENTRICLE,
    LEG_TISSUE,
    LINK_ARM,
    LINK_CALF,
    LINK_HEAD,
    LINK_KIDNEY,
    LINK_SPLANCHNIC,
    LINK_THIGH,
    LUNG_VEINS,
    N_BEAT,
    N_LINKS,
    N_POSTURE,
    REGION,
    RIGHT_ATRIUM,
    SAMPLE_S,
    SAMPLES_PER_S,
    SENSED_SAMPLES,
    SPLANCHNIC_VEINS,
    THIGH_VEINS,
    TRUNK,
    VAGAL,
    N,
)
from karani.circulation.kernel.reflex import answer, saturating, set_point_shift

# The places of what the pacemaker and the beat now running remember.
PHASE, ATRIA_S, VENTRICLES_S, ATRIA_RISE_S, VENTRICLES_RISE_S, DELAY_S, WAITING, RR_S, LAST_BEAT_S = range(9)
SYSTOLIC, DIASTOLIC, PRESSURE_SUM, VENOUS_SUM, FILLING_SUM, STEPS, STROKE_ML, FULLEST_ML = range(9, 17)
N_BEAT_STATE = 17
LONG_AGO_S = 10.0
MOST_HEAD_CHANGE = 0.5  # of the brain's resistance in one second, so that a first odd beat cannot upset it
LEFT_VALVE_LINK = 3
LEAST_RESISTANCE = 0.15  # of a bed's own
LEAST_UNSTRESSED = 0.25  # of a vein's own, however hard the reflexes and the creep pull
LEFT_LEAST_COMPLIANCE, RIGHT_LEAST_COMPLIANCE = 0.20, 0.40  # ml/mmHg, as in Heldt's code


@compiled_and_kept(KERNEL)
def march(
    volume: Array,  # (N,) ml; changed in place
    circuit: Circuit,
    heart: Heart,
    vessels: Vessels,
    reflex: Reflex,
    breathing: Breathing,
    getting_up: GettingUp,
    setting: Setting,
    schedule: Schedule,
    seconds: int,
    steps_per_sample: int,
) -> tuple[Array, Array, Array]:
    """Mean volumes and mean pressures of every second (seconds, N), and the beats (beats, N_BEAT)."""
    dt = SAMPLE_S / steps_per_sample
    volumes, pressures = np.zeros((seconds, N)), np.zeros((seconds, N))
    beats = np.zeros((int(seconds / heart.least_rr_interval_s) + 2, N_BEAT))
    n_beats = 0
    rates = np.zeros((4, N))
    flow, transmural, trial = np.zeros(N_LINKS), np.zeros(N), np.zeros(N)
    first_flow, first_transmural = np.zeros(N_LINKS), np.zeros(N)
    unstressed, creep, outside = circuit.unstressed_ml.copy(), np.zeros(N), np.zeros(N)
    conductance, resistance = np.zeros(N_LINKS), circuit.resistance_mmhg_s_per_ml.copy()
    contractility = np.array([
        heart.left_ventricle_elastance_mmhg_per_ml, heart.right_ventricle_elastance_mmhg_per_ml
    ])  # fmt: skip
    posture, place = schedule.postures[0].copy(), 0
    breath = np.zeros(N_BREATH_STATE)
    beat = new_beat_state(heart)
    arterial, chest = np.zeros(2 * KEPT_SAMPLES), np.zeros(2 * KEPT_SAMPLES)
    sensed, newest = np.zeros((2, SENSED_SAMPLES)), 0
    answers = np.zeros(len(ARMS))
    head_resistance, head_flow = resistance[LINK_HEAD], setting.head_flow_ml_per_s
    set_conductance(conductance, resistance)
    for sample in range(seconds * SAMPLES_PER_S):
        start_s = sample * SAMPLE_S
        place = set_posture(posture, start_s, place, schedule, getting_up.move_s)
        since_s = start_s - schedule.posture_start_s[place]
        effort = schedule.postures[place, EFFORT]
        arterial_sum, chest_sum, head_sum = 0.0, 0.0, 0.0
        for step in range(steps_per_sample):
            now_s = start_s + step * dt
            breathe(breath, now_s, dt, schedule.breath_start_s, schedule.breaths, breathing)
            pleural = set_outside(
                outside, posture, breath[VOLUME_L], effort * squeeze(now_s - schedule.posture_start_s[place],
                getting_up.move_s), circuit, vessels, breathing, getting_up,
            )  # fmt: skip
            step_volumes(
                volume, rates, flow, transmural, first_flow, first_transmural, trial, unstressed, outside,
                conductance, contractility, circuit, heart, vessels, beat, pleural, dt,
            )  # fmt: skip
            aorta = first_transmural[AORTA] + pleural
            filling = first_transmural[RIGHT_ATRIUM] - pleural
            arterial_sum += aorta - reflex.carotid_share * vessels.gravity_mmhg_per_cm * posture[CAROTID]
            chest_sum += filling
            head_sum += first_flow[LINK_HEAD]
            watch_beat(beat, aorta, first_transmural[RIGHT_ATRIUM], filling, first_flow[LEFT_VALVE_LINK] * dt,
                       volume[LEFT_VENTRICLE])  # fmt: skip
            n_beats = step_pacemaker(beat, beats, n_beats, now_s + dt, dt, heart)
        record(volumes, pressures, sample // SAMPLES_PER_S, volume, first_transmural, outside, posture, vessels)
        newest = (newest - 1) % KEPT_SAMPLES
        sense(sensed, sample, arterial_sum / steps_per_sample, chest_sum / steps_per_sample, setting)
        remember(
            arterial, newest,
            setting.reflexes * saturating(
                sensed[0].mean() - setting.arterial_mmhg - set_point_shift(posture[TRUNK], reflex),
                reflex.unloading_scale_mmhg, reflex.loading_scale_mmhg,
            ),
        )  # fmt: skip
        remember(
            chest, newest,
            setting.reflexes * saturating(
                sensed[1].mean() - setting.chest_mmhg,
                reflex.chest_unloading_scale_mmhg, reflex.chest_loading_scale_mmhg,
            ),
        )  # fmt: skip
        answer(answers, arterial, chest, newest, circuit.arm_answers)
        if setting.reflexes > 0.0:
            creep_on(creep, volume, unstressed, circuit, setting, vessels)
            head_resistance = regulate_head(
                head_resistance, head_sum / steps_per_sample / head_flow, circuit, vessels
            )
        set_unstressed(unstressed, answers, creep, circuit, reflex)
        dilation = effort * getting_up.dilation_share * rise_and_fade(since_s, getting_up.dilation_time_s)
        set_small_vessels(resistance, answers, head_resistance, dilation, circuit, reflex)
        set_conductance(conductance, resistance)
        set_contractility(contractility, answers[BETA], heart, reflex)
        withdrawal = effort * getting_up.vagal_withdrawal_s * rise_and_fade(
            since_s, getting_up.vagal_withdrawal_time_s
        )
        beat[RR_S] = rr_interval(answers, breath, withdrawal, heart, reflex, breathing)
    return volumes / SAMPLES_PER_S, pressures / SAMPLES_PER_S, beats[:n_beats]


@compiled
def new_beat_state(heart: Heart) -> Array:
    beat = np.zeros(N_BEAT_STATE)
    root = math.sqrt(heart.rr_interval_s)
    beat[RR_S] = heart.rr_interval_s
    beat[ATRIA_S] = beat[VENTRICLES_S] = LONG_AGO_S
    beat[ATRIA_RISE_S], beat[VENTRICLES_RISE_S] = heart.atrium_rise_s * root, heart.ventricle_rise_s * root
    beat[DELAY_S] = heart.atrioventricular_delay_s * root
    forget_beat(beat)
    return beat


@compiled
def forget_beat(beat: Array) -> None:
    for i in range(SYSTOLIC, N_BEAT_STATE):
        beat[i] = 0.0
    beat[DIASTOLIC] = np.inf


@compiled
def set_posture(posture: Array, now_s: float, place: int, schedule: Schedule, move_s: float) -> int:
    """Where the body is now; it moves from one posture to the next along half a cosine."""
    while place + 1 < schedule.posture_start_s.shape[0] and now_s >= schedule.posture_start_s[place + 1]:
        place += 1
    share = 1.0
    if place > 0 and now_s < schedule.posture_start_s[place] + move_s:
        share = 0.5 * (1.0 - math.cos(math.pi * (now_s - schedule.posture_start_s[place]) / move_s))
    before = max(place - 1, 0)
    for i in range(N_POSTURE):
        posture[i] = (1.0 - share) * schedule.postures[before, i] + share * schedule.postures[place, i]
    return place


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
    outside[LUNG_VEINS] -= (  # lungs that are wide hold more blood
        breathing.lung_blood_ml_per_l * lung_l * circuit.elastance_mmhg_per_ml[LUNG_VEINS]
    )
    return pleural


@compiled
def step_volumes(
    volume: Array, rates: Array, flow: Array, transmural: Array, first_flow: Array, first_transmural: Array,
    trial: Array, unstressed: Array, outside: Array, conductance: Array, contractility: Array,
    circuit: Circuit, heart: Heart, vessels: Vessels, beat: Array, pleural: float, dt: float,
) -> None:  # fmt: skip
    """One step of the classical Runge-Kutta method; flows and pressures at its start are kept."""
    start, half, end = beat[ATRIA_S], beat[ATRIA_S] + 0.5 * dt, beat[ATRIA_S] + dt
    rise, lag = beat[ATRIA_RISE_S], beat[VENTRICLES_S] - beat[ATRIA_S]
    long = beat[VENTRICLES_RISE_S]
    atria, ventricles = activation(start, rise), activation(start + lag, long)
    set_rates(rates[0], first_flow, first_transmural, volume, unstressed, outside, conductance, contractility,
              circuit, heart, vessels, atria, ventricles, pleural)  # fmt: skip
    atria, ventricles = activation(half, rise), activation(half + lag, long)
    for i in range(N):
        trial[i] = volume[i] + 0.5 * dt * rates[0, i]
    set_rates(rates[1], flow, transmural, trial, unstressed, outside, conductance, contractility,
              circuit, heart, vessels, atria, ventricles, pleural)  # fmt: skip
    for i in range(N):
        trial[i] = volume[i] + 0.5 * dt * rates[1, i]
    set_rates(rates[2], flow, transmural, trial, unstressed, outside, conductance, contractility,
              circuit, heart, vessels, atria, ventricles, pleural)  # fmt: skip
    atria, ventricles = activation(end, rise), activation(end + lag, long)
    for i in range(N):
        trial[i] = volume[i] + dt * rates[2, i]
    set_rates(rates[3], flow, transmural, trial, unstressed, outside, conductance, contractility,
              circuit, heart, vessels, atria, ventricles, pleural)  # fmt: skip
    for i in range(N):
        volume[i] += dt / 6.0 * (rates[0, i] + 2.0 * rates[1, i] + 2.0 * rates[2, i] + rates[3, i])


@compiled
def watch_beat(
    beat: Array, aorta: float, atrium: float, filling: float, ejected: float, ventricle: float
) -> None:
    beat[SYSTOLIC] = max(beat[SYSTOLIC], aorta)
    beat[DIASTOLIC] = min(beat[DIASTOLIC], aorta)
    beat[PRESSURE_SUM] += aorta
    beat[VENOUS_SUM] += atrium
    beat[FILLING_SUM] += filling
    beat[STEPS] += 1.0
    beat[STROKE_ML] += ejected
    beat[FULLEST_ML] = max(beat[FULLEST_ML], ventricle)


@compiled
def step_pacemaker(beat: Array, beats: Array, n_beats: int, now_s: float, dt: float, heart: Heart) -> int:
    beat[ATRIA_S] += dt
    beat[VENTRICLES_S] += dt
    beat[PHASE] += dt / beat[RR_S]
    if beat[PHASE] >= 1.0:
        beat[PHASE] -= 1.0
        write_beat(beats[n_beats], beat, now_s)
        n_beats += 1
        begin_beat(beat, now_s, heart)
    if beat[WAITING] > 0.0 and beat[ATRIA_S] >= beat[DELAY_S]:
        beat[VENTRICLES_S] = beat[ATRIA_S] - beat[DELAY_S]
        beat[VENTRICLES_RISE_S] = heart.ventricle_rise_s * math.sqrt(beat[RR_S])
        beat[WAITING] = 0.0
    return n_beats


@compiled
def write_beat(row: Array, beat: Array, now_s: float) -> None:
    row[0], row[1] = now_s, now_s - beat[LAST_BEAT_S]
    row[2], row[3], row[4] = beat[SYSTOLIC], beat[DIASTOLIC], beat[PRESSURE_SUM] / beat[STEPS]
    row[5], row[6] = beat[STROKE_ML], beat[VENOUS_SUM] / beat[STEPS]
    row[7], row[8] = beat[FULLEST_ML], beat[FILLING_SUM] / beat[STEPS]


@compiled
def begin_beat(beat: Array, now_s: float, heart: Heart) -> None:
    root = math.sqrt(beat[RR_S])
    beat[LAST_BEAT_S] = now_s
    beat[ATRIA_S] = beat[PHASE] * beat[RR_S]
    beat[WAITING] = 1.0
    beat[ATRIA_RISE_S], beat[DELAY_S] = heart.atrium_rise_s * root, heart.atrioventricular_delay_s * root
    forget_beat(beat)


@compiled
def record(
    volumes: Array, pressures: Array, second: int, volume: Array, transmural: Array, outside: Array,
    posture: Array, vessels: Vessels,
) -> None:  # fmt: skip
    """Volumes, and pressures at each vessel's own height."""
    for i in range(N):
        volumes[second, i] += volume[i]
        pressures[second, i] += (
            transmural[i] + outside[i] - vessels.gravity_mmhg_per_cm * posture[REGION[i]]
        )


@compiled
def sense(sensed: Array, sample: int, arterial: float, chest: float, setting: Setting) -> None:
    if sample == 0:
        sensed[0, :], sensed[1, :] = setting.arterial_mmhg, setting.chest_mmhg
    sensed[0, sample % SENSED_SAMPLES] = arterial
    sensed[1, sample % SENSED_SAMPLES] = chest


@compiled
def remember(history: Array, newest: int, error: float) -> None:
    history[newest] = error
    history[newest + KEPT_SAMPLES] = error


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


@compiled
def set_unstressed(
    unstressed: Array, answers: Array, creep: Array, circuit: Circuit, reflex: Reflex
) -> None:
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
    left = 1.0 / heart.left_ventricle_elastance_mmhg_per_ml + reflex.left_contractility_gain_ml_per_mmhg2 * beta
    right = (
        1.0 / heart.right_ventricle_elastance_mmhg_per_ml + reflex.right_contractility_gain_ml_per_mmhg2 * beta
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
