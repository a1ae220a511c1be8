"""Marching in time: Runge-Kutta steps for the blood, reflexes each 62.5 ms, beats as they come.

The step divides 62.5 ms; how short it must be, time_step.py says.
"""

import numpy as np

from karani.circulation.kernel.breath import VOLUME_L, breathe
from karani.circulation.kernel.compiled import KERNEL, compiled_and_kept
from karani.circulation.kernel.effectors import (
    rr_interval,
    set_conductance,
    set_contractility,
    set_small_vessels,
    set_unstressed,
)
from karani.circulation.kernel.effort import PULSE, SET_POINT, feel_effort
from karani.circulation.kernel.getting_up import rise_and_fade, squeeze, withdrawn
from karani.circulation.kernel.groups import (
    Array,
    Breathing,
    Circuit,
    Effort,
    GettingUp,
    Heart,
    Reflex,
    Schedule,
    Setting,
    Vessels,
)
from karani.circulation.kernel.layout import (
    AORTA,
    ARMS,
    BETA,
    CAROTID,
    EFFORT,
    KEPT_SAMPLES,
    LEFT_VENTRICLE,
    LINK_HEAD,
    N_BEAT,
    N_LINKS,
    RIGHT_ATRIUM,
    RISING,
    SAMPLE_S,
    SAMPLES_PER_S,
    SENSED_SAMPLES,
    TRUNK,
    N,
)
from karani.circulation.kernel.pacemaker import NOW_S, RR_S, start_clock, step_pacemaker, watch_beat
from karani.circulation.kernel.reflex import answer, note_errors, sense, set_point_shift
from karani.circulation.kernel.runge_kutta import step_volumes
from karani.circulation.kernel.slow_vessels import creep_on, regulate_head
from karani.circulation.kernel.surroundings import record, set_outside, set_posture

LEFT_VALVE_LINK = 3


@compiled_and_kept(KERNEL)
def march(
    volume: Array,  # (N,) ml; this and the next two are carried on in place
    beat: Array,  # (N_BEAT_STATE,)
    breath: Array,  # (N_BREATH_STATE,)
    circuit: Circuit,
    heart: Heart,
    vessels: Vessels,
    reflex: Reflex,
    breathing: Breathing,
    getting_up: GettingUp,
    effort: Effort,
    setting: Setting,
    schedule: Schedule,
    seconds: int,
    steps_per_sample: int,
) -> tuple[Array, Array, Array]:
    """Mean volumes and mean pressures of every second (seconds, N), and the beats (beats, N_BEAT)."""
    dt = SAMPLE_S / steps_per_sample
    volumes, pressures = np.zeros((seconds, N)), np.zeros((seconds, N))
    beats, n_beats = np.zeros((int(seconds / heart.least_rr_interval_s) + 2, N_BEAT)), 0
    rates, flow, transmural, trial = np.zeros((4, N)), np.zeros(N_LINKS), np.zeros(N), np.zeros(N)
    unstressed, creep, outside = circuit.unstressed_ml.copy(), np.zeros(N), np.zeros(N)
    conductance, resistance = np.zeros(N_LINKS), circuit.resistance_mmhg_s_per_ml.copy()
    contractility = np.array([
        heart.left_ventricle_elastance_mmhg_per_ml, heart.right_ventricle_elastance_mmhg_per_ml
    ])  # fmt: skip
    posture, place = schedule.postures[0].copy(), 0
    start_clock(beat, breath)
    arterial, chest = np.zeros(2 * KEPT_SAMPLES), np.zeros(2 * KEPT_SAMPLES)
    sensed, newest, shift = np.zeros((2, SENSED_SAMPLES)), 0, 0.0
    answers, felt = np.zeros(len(ARMS)), np.zeros(2)  # felt: the muscles' work, by pulse and set point
    head_resistance, head_flow = resistance[LINK_HEAD], setting.head_flow_ml_per_s
    set_conductance(conductance, resistance)
    for sample in range(seconds * SAMPLES_PER_S):
        start_s = sample * SAMPLE_S
        place = set_posture(posture, start_s, place, schedule, getting_up.move_s)
        since_s = start_s - schedule.posture_start_s[place]
        rising = schedule.postures[place, RISING]
        arterial_sum, chest_sum, head_sum = 0.0, 0.0, 0.0
        for step in range(steps_per_sample):
            now_s = start_s + step * dt
            breathe(breath, now_s, dt, schedule.breath_start_s, schedule.breaths, breathing)
            pleural = set_outside(
                outside, posture, breath[VOLUME_L], rising * squeeze(now_s - schedule.posture_start_s[place],
                getting_up.move_s), circuit, vessels, breathing, getting_up,
            )  # fmt: skip
            step_volumes(
                volume, rates, flow, transmural, trial, unstressed, outside, conductance, contractility,
                circuit, heart, vessels, beat, pleural, dt,
            )  # fmt: skip
            aorta = transmural[AORTA] + pleural
            filling = transmural[RIGHT_ATRIUM] - pleural
            arterial_sum += aorta - reflex.carotid_share * vessels.gravity_mmhg_per_cm * posture[CAROTID]
            chest_sum += filling
            head_sum += flow[LINK_HEAD]
            watch_beat(beat, aorta, transmural[RIGHT_ATRIUM], filling, flow[LEFT_VALVE_LINK] * dt,
                       volume[LEFT_VENTRICLE])  # fmt: skip
            n_beats = step_pacemaker(beat, beats, n_beats, now_s + dt, dt, heart)
        record(volumes, pressures, sample // SAMPLES_PER_S, volume, transmural, outside, posture, vessels)
        newest = (newest - 1) % KEPT_SAMPLES
        sense(sensed, sample, arterial_sum / steps_per_sample, chest_sum / steps_per_sample, setting)
        shift += SAMPLE_S * (set_point_shift(posture[TRUNK], reflex) - shift) / reflex.shift_time_s
        feel_effort(felt, posture[EFFORT], effort)
        raised = shift + effort.set_point_mmhg * felt[SET_POINT]
        note_errors(arterial, chest, newest, sensed, raised, setting, reflex)
        answer(answers, arterial, chest, newest, circuit.arm_answers)
        if setting.reflexes > 0.0:
            creep_on(creep, volume, unstressed, circuit, setting, vessels)
            head_resistance = regulate_head(
                head_resistance, head_sum / steps_per_sample / head_flow, circuit, vessels
            )
        set_unstressed(unstressed, answers, creep, circuit, reflex)
        dilation = rising * getting_up.dilation_share * rise_and_fade(since_s, getting_up.dilation_time_s)
        set_small_vessels(resistance, answers, head_resistance, dilation, circuit, reflex)
        set_conductance(conductance, resistance)
        set_contractility(contractility, answers[BETA], heart, reflex)
        withdrawal = rising * withdrawn(since_s, getting_up) + effort.pulse_s * felt[PULSE]
        beat[RR_S] = rr_interval(answers, breath, withdrawal, heart, reflex, breathing)
    beat[NOW_S] = seconds
    return volumes / SAMPLES_PER_S, pressures / SAMPLES_PER_S, beats[:n_beats]
