"""Marching in time: Runge-Kutta steps for the blood, reflexes each 62.5 ms, beats as they come.

The step divides 62.5 ms; how short it must be, time_step.py says.
"""

from karani.circulation.kernel.bench import NEWEST, PLACE, Bench
from karani.circulation.kernel.breath import VOLUME_L, breathe
from karani.circulation.kernel.compiled import KERNEL, compiled_and_kept
from karani.circulation.kernel.effectors import (
    rr_interval,
    set_conductance,
    set_contractility,
    set_small_vessels,
    set_unstressed,
)
from karani.circulation.kernel.effort import SET_POINT, feel_effort, quickened
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
    BETA,
    CAROTID,
    EFFORT,
    KEPT_SAMPLES,
    LEFT_VALVE,
    LEFT_VENTRICLE,
    LINK_HEAD,
    RIGHT_ATRIUM,
    RISING,
    SAMPLE_S,
    SAMPLES_PER_S,
    TRUNK,
)
from karani.circulation.kernel.pacemaker import NOW_S, RR_S, start_clock, step_pacemaker, watch_beat
from karani.circulation.kernel.reflex import answer, note_errors, sense, set_point_shift
from karani.circulation.kernel.runge_kutta import step_volumes
from karani.circulation.kernel.slow_vessels import creep_on, regulate_head
from karani.circulation.kernel.surroundings import record, set_outside, set_posture


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
    bench: Bench,
    seconds: int,
    steps_per_sample: int,
) -> None:
    """Writes sums of every second, and the beats, to the bench."""
    dt = SAMPLE_S / steps_per_sample
    counts, posture, outside = bench.counts, bench.posture, bench.outside
    transmural, flow, answers, felt = bench.transmural, bench.flow, bench.answers, bench.felt
    head_resistance, shift = bench.resistance[LINK_HEAD], 0.0
    start_clock(beat)
    for sample in range(seconds * SAMPLES_PER_S):
        start_s = sample * SAMPLE_S
        set_posture(posture, counts, start_s, schedule, getting_up.move_s)
        began_s = schedule.posture_start_s[counts[PLACE]]
        rising = schedule.postures[counts[PLACE], RISING]
        arterial_sum, chest_sum, head_sum = 0.0, 0.0, 0.0
        for step in range(steps_per_sample):
            now_s = start_s + step * dt
            breathe(breath, counts, now_s, dt, schedule.breath_start_s, schedule.breaths, breathing)
            pleural = set_outside(
                outside, posture, breath[VOLUME_L], rising * squeeze(now_s - began_s, getting_up.move_s),
                circuit, vessels, breathing, getting_up,
            )  # fmt: skip
            step_volumes(
                volume, bench.rates, flow, transmural, bench.trial, bench.unstressed, outside, bench.conductance,
                bench.contractility, circuit, heart, vessels, beat, pleural, dt,
            )  # fmt: skip
            aorta = transmural[AORTA] + pleural
            filling = transmural[RIGHT_ATRIUM] - pleural
            arterial_sum += aorta - reflex.carotid_share * vessels.gravity_mmhg_per_cm * posture[CAROTID]
            chest_sum += filling
            head_sum += flow[LINK_HEAD]
            watch_beat(beat, aorta, transmural[RIGHT_ATRIUM], filling, flow[LEFT_VALVE] * dt,
                       volume[LEFT_VENTRICLE])  # fmt: skip
            step_pacemaker(beat, bench.beats, counts, now_s + dt, dt, heart)
        record(bench.volumes, bench.pressures, sample // SAMPLES_PER_S, volume, transmural, outside, posture,
               vessels)  # fmt: skip
        counts[NEWEST] = (counts[NEWEST] + KEPT_SAMPLES - 1) % KEPT_SAMPLES
        sense(bench.sensed, sample, arterial_sum / steps_per_sample, chest_sum / steps_per_sample, setting)
        shift += SAMPLE_S * (set_point_shift(posture[TRUNK], reflex) - shift) / reflex.shift_time_s
        feel_effort(felt, posture[EFFORT], effort)
        raised = shift + effort.set_point_mmhg * felt[SET_POINT]
        note_errors(bench.arterial, bench.chest, counts[NEWEST], bench.sensed, raised, setting, reflex)
        answer(answers, bench.arterial, bench.chest, counts[NEWEST], circuit.arm_answers)
        if setting.reflexes > 0.0:
            creep_on(bench.creep, volume, bench.unstressed, circuit, setting, vessels)
            head_resistance = regulate_head(
                head_resistance, head_sum / steps_per_sample / setting.head_flow_ml_per_s, circuit, vessels
            )
        set_unstressed(bench.unstressed, answers, bench.creep, circuit, reflex)
        since_s = start_s - began_s
        dilation = rising * getting_up.dilation_share * rise_and_fade(since_s, getting_up.dilation_time_s)
        set_small_vessels(bench.resistance, answers, head_resistance, dilation, circuit, reflex)
        set_conductance(bench.conductance, bench.resistance)
        set_contractility(bench.contractility, answers[BETA], heart, reflex)
        withdrawal = rising * withdrawn(since_s, getting_up)
        interval_s = rr_interval(answers, breath, withdrawal, heart, reflex, breathing)
        beat[RR_S] = quickened(interval_s, felt, effort, heart)
    beat[NOW_S] = seconds
