"""A person as the equations take one: vessels, heart and reflexes to size, and the rest to which lying down settles."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from karani.circulation.heights import Lengths, lengths_of
from karani.circulation.kernel.bench import BEATS, Bench, new_bench
from karani.circulation.kernel.breath import N_BREATH_STATE
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
    COMPARTMENTS,
    FIRST_ARTERY,
    FIRST_SMALL,
    FIRST_STIFFENING,
    HEAD_ARTERIES,
    HEAD_VEINS,
    KEPT_SAMPLES,
    LEG_TISSUE,
    LINK_HEAD,
    LINKS,
    LUNG_VEINS,
    N_POSTURE,
    RIGHT_ATRIUM,
    SAMPLE_S,
    SAMPLES_PER_S,
    SPLANCHNIC_VEINS,
    N,
)
from karani.circulation.kernel.march import march
from karani.circulation.kernel.pacemaker import new_beat_state
from karani.circulation.persons import Person, blood_volume_ml, share_left
from karani.circulation.physiology import Physiology, ReflexArm, read_physiology
from karani.circulation.time_step import steps_per_sample

SETTLING_S = 200  # lying, reflexes off
LOOK_BACK_S = 60
NATURAL_BREATH = (1.6, 2.4, 0.6, 0.5)  # in s, out s, pause s, liters: 13 a minute
FIRST_FILL_MMHG = {"arteries": 90.0, "veins": 6.0, "lungs": 11.0}
FIRST_CHAMBER_ML = 90.0


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything that goes on by itself: volumes, the beat now running, the breath now drawn."""

    volume_ml: Array
    beat: Array
    breath: Array


@dataclass(frozen=True, slots=True)
class Subject:
    """A person's model, settled: what `march` takes, and the volumes of lying rest."""

    circuit: Circuit
    heart: Heart
    vessels: Vessels
    reflex: Reflex
    breathing: Breathing
    getting_up: GettingUp
    effort: Effort
    setting: Setting
    lengths: Lengths
    steps_per_sample: int
    rest: Moment


@lru_cache(maxsize=64)
def subject_of(person: Person) -> Subject:
    """The average body of this height, mass, sex and age."""
    physiology = read_physiology()
    return settled(sized(person, physiology), blood_volume_ml(person, physiology.persons))


def sized(person: Person, physiology: Physiology) -> Subject:
    """Vessels, heart and reflexes to the person's size; not settled yet."""
    persons = physiology.persons
    size = blood_volume_ml(person, persons) / persons.reference_blood_ml
    vagal = share_left(person.age_years, persons.vagal_loss_per_year, persons)
    supple = share_left(person.age_years, persons.arterial_compliance_loss_per_year, persons)
    reflex, breathing = physiology.reflex, physiology.breathing
    circuit, heart = circuit_of(physiology, size, supple), heart_of(physiology, person, size)
    return Subject(
        circuit=circuit,
        heart=heart,
        vessels=physiology.vessels._replace(
            tissue_out_ml_per_mmhg=physiology.vessels.tissue_out_ml_per_mmhg * size,
            tissue_in_ml_per_mmhg=physiology.vessels.tissue_in_ml_per_mmhg * size,
        ),
        reflex=scaled_reflex(reflex, size)._replace(
            vagal_gain_s_per_mmhg=reflex.vagal_gain_s_per_mmhg * vagal
        ),
        breathing=breathing._replace(
            arrhythmia_gain_s_per_l=breathing.arrhythmia_gain_s_per_l * vagal,
            lung_blood_ml_per_l=breathing.lung_blood_ml_per_l * size,
            lung_closure_ml=breathing.lung_closure_ml * size,
        ),
        getting_up=physiology.getting_up,
        effort=physiology.effort,
        setting=Setting(0.0, 0.0, 1.0, np.zeros(N), 0.0),
        lengths=lengths_of(person.height_cm, persons),
        steps_per_sample=steps_per_sample(circuit, heart),
        rest=Moment(np.zeros(N), new_beat_state(heart), np.zeros(N_BREATH_STATE)),
    )


def circuit_of(physiology: Physiology, size: float, supple: float) -> Circuit:
    vessels, factors = physiology.compartments, physiology.vessels
    unstressed, elastance, most, residual, creep = (np.zeros(N) for _ in range(5))
    for i, name in enumerate(COMPARTMENTS[FIRST_ARTERY:LEG_TISSUE], FIRST_ARTERY):
        vessel = vessels[name]
        compliance = vessel.compliance_ml_per_mmhg * size * compliance_factor(name, physiology)
        compliance *= supple if i < FIRST_STIFFENING else 1.0
        unstressed[i], elastance[i] = vessel.unstressed_ml * size, 1.0 / compliance
        most[i], residual[i] = vessel.most_ml * size, vessel.residual_share
        creep[i] = creep_share(i, name, factors)
    return Circuit(
        unstressed, elastance, most, residual, creep, resistances(physiology, size), arm_answers(physiology)
    )


def compliance_factor(name: str, physiology: Physiology) -> float:
    if name in ("thigh_veins", "calf_veins"):
        return physiology.vessels.leg_compliance_factor
    return physiology.vessels.lung_compliance_factor if name == "lung_veins" else 1.0


def creep_share(i: int, name: str, vessels: Vessels) -> float:
    if i < FIRST_STIFFENING or name == "lung_arteries":
        return 0.0
    if name in ("thigh_veins", "calf_veins"):
        return vessels.leg_creep_share
    return vessels.lung_creep_share if i == LUNG_VEINS else vessels.systemic_creep_share


def resistances(physiology: Physiology, size: float) -> Array:
    own = np.array([physiology.links[link] for link in LINKS]) / size
    own[FIRST_SMALL:] *= physiology.vessels.small_vessel_factor
    own[LINK_HEAD] /= physiology.vessels.small_vessel_factor
    return own


def arm_answers(physiology: Physiology) -> Array:
    return np.array([triangle(physiology.arms[name]) for name in ARMS])


def triangle(arm: ReflexArm) -> Array:
    """Samples of a triangle, of unit sum."""
    times = np.arange(KEPT_SAMPLES) * SAMPLE_S
    rise = (times - arm.begins_s) / (arm.peaks_s - arm.begins_s)
    fall = (arm.ends_s - times) / (arm.ends_s - arm.peaks_s)
    samples = np.clip(np.minimum(rise, fall), 0.0, None)
    return np.asarray(samples / samples.sum())


def heart_of(physiology: Physiology, person: Person, size: float) -> Heart:
    heart = physiology.heart
    rr = heart.rr_interval_s + (physiology.persons.women_rr_interval_s if person.sex == "female" else 0.0)
    grown = {
        name: value * size if name.endswith("_ml") else value / size
        for name, value in heart._asdict().items()
        if name.endswith(("_ml", "_per_ml"))
    }
    return heart._replace(rr_interval_s=rr, **(grown | per_ml(heart, size)))


def per_ml(heart: Heart, size: float) -> dict[str, float]:
    """What is counted for each ml falls as the heart grows."""
    return {name: value / size for name, value in heart._asdict().items() if name.endswith("_per_ml")}


def scaled_reflex(reflex: Reflex, size: float) -> Reflex:
    """Volume gains grow with the vessels; resistance gains fall with the resistances they add to."""
    changed = {
        name: value * size if "ml_per_mmhg" in name else value / size
        for name, value in reflex._asdict().items()
        if "ml_per_mmhg" in name or name.endswith("resistance_gain_s_per_ml")
    }
    return reflex._replace(**changed)


def settled(subject: Subject, blood_ml: float) -> Subject:
    """Lie with the reflexes off until nothing changes; the means are what the reflexes will hold."""
    begun = replace(subject, rest=replace(subject.rest, volume_ml=first_volumes(subject.circuit, blood_ml)))
    (volumes, pressures, beats), rest = run_on(begun, lying(), SETTLING_S)
    last = beats[beats[:, 0] > SETTLING_S - LOOK_BACK_S]
    head = pressures[-LOOK_BACK_S:, HEAD_ARTERIES] - pressures[-LOOK_BACK_S:, HEAD_VEINS]
    setting = Setting(
        arterial_mmhg=float(np.average(last[:, 4], weights=last[:, 1])),
        chest_mmhg=float(np.average(last[:, 8], weights=last[:, 1])),
        head_flow_ml_per_s=float(head.mean() / subject.circuit.resistance_mmhg_s_per_ml[LINK_HEAD]),
        stressed_ml=volumes[-LOOK_BACK_S:].mean(axis=0) - subject.circuit.unstressed_ml,
        reflexes=1.0,
    )
    return replace(subject, setting=setting, rest=rest)


def first_volumes(circuit: Circuit, blood_ml: float) -> Array:
    """A first guess: every vessel at a usual pressure, the rest of the blood in the belly's veins."""
    volume = np.zeros(N)
    volume[RIGHT_ATRIUM:AORTA] = FIRST_CHAMBER_ML * blood_ml / 5000.0
    guess = np.concatenate([
        np.full(FIRST_STIFFENING - AORTA, FIRST_FILL_MMHG["arteries"]),
        np.full(LUNG_VEINS - 1 - FIRST_STIFFENING, FIRST_FILL_MMHG["veins"]),
        np.full(2, FIRST_FILL_MMHG["lungs"]),
    ])  # fmt: skip
    vessels = slice(AORTA, LEG_TISSUE)
    volume[vessels] = circuit.unstressed_ml[vessels] + guess / circuit.elastance_mmhg_per_ml[vessels]
    volume[SPLANCHNIC_VEINS] += blood_ml - volume.sum()
    return volume


def lying() -> Schedule:
    return Schedule(np.zeros(1), np.zeros((1, N_POSTURE)), np.zeros(1), np.array([NATURAL_BREATH]))


def run(subject: Subject, schedule: Schedule, seconds: int) -> tuple[Array, Array, Array]:
    """From lying rest: volumes and pressures of each second, and the beats."""
    return run_on(subject, schedule, seconds)[0]


def run_on(subject: Subject, schedule: Schedule, seconds: int) -> tuple[tuple[Array, Array, Array], Moment]:
    """The same, and the moment at which it ended."""
    end = Moment(subject.rest.volume_ml.copy(), subject.rest.beat.copy(), subject.rest.breath.copy())
    bench = new_bench(seconds, subject.circuit, subject.heart)
    march(
        end.volume_ml, end.beat, end.breath, subject.circuit, subject.heart, subject.vessels, subject.reflex,
        subject.breathing, subject.getting_up, subject.effort, subject.setting, schedule, bench, seconds,
        subject.steps_per_sample,
    )  # fmt: skip
    return found_on(bench), end


def found_on(bench: Bench) -> tuple[Array, Array, Array]:
    """Mean volumes and pressures of every second (seconds, N), and the beats (beats, N_BEAT)."""
    beats = bench.beats[: bench.counts[BEATS]]
    return bench.volumes / SAMPLES_PER_S, bench.pressures / SAMPLES_PER_S, beats
