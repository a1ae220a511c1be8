"""What a simulation gives: the circulation second by second, and every beat."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from karani.circulation.kernel.groups import Array
from karani.circulation.kernel.layout import (
    BEAT_COLUMNS,
    BELLY_NAMES,
    CALF_VEINS,
    CHEST_NAMES,
    COMPARTMENTS,
    HEAD_ARTERIES,
    LEG_NAMES,
    LEG_TISSUE,
    LUNG_ARTERIES,
    LUNG_VEINS,
    LUNGS,
)
from karani.units import SECONDS_PER_MINUTE

ML_PER_L = 1000.0
SHOWN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Beats:
    """Every beat: when its blood was out, how long it took, and its pressures and volumes."""

    time_s: Array
    rr_s: Array
    systolic_mmhg: Array
    diastolic_mmhg: Array
    mean_mmhg: Array
    stroke_volume_ml: Array
    central_venous_mmhg: Array
    end_diastolic_volume_ml: Array
    chest_filling_mmhg: Array


@dataclass(frozen=True, slots=True)
class Hemodynamics:
    """One value a second, each at the end of its second; what belongs to beats is that of the last whole beat.

    `total_blood_volume_ml` counts the fluid that the leg tissue has taken up (`leg_tissue_fluid_ml`, from lying rest) as blood: so it
    stays the same whatever happens. Vein and head pressures are at the vessel's own height.
    """

    time_s: Array
    heart_rate_bpm: Array
    systolic_mmhg: Array
    diastolic_mmhg: Array
    mean_arterial_pressure_mmhg: Array
    stroke_volume_ml: Array
    cardiac_output_l_min: Array
    central_venous_pressure_mmhg: Array
    leg_volume_ml: Array
    chest_volume_ml: Array
    lung_volume_ml: Array
    belly_volume_ml: Array
    leg_tissue_fluid_ml: Array
    total_blood_volume_ml: Array
    calf_vein_pressure_mmhg: Array
    ankle_vein_pressure_mmhg: Array
    head_artery_pressure_mmhg: Array
    lung_artery_pressure_mmhg: Array
    lung_vein_pressure_mmhg: Array
    beats: Beats


def hemodynamics_of(volumes: Array, pressures: Array, table: Array, ankle_columns: Array) -> Hemodynamics:
    """From means of every second and the table of beats, as the kernel gives them."""
    time_s = np.arange(1.0, len(volumes) + 1.0)
    beats = Beats(*(np.ascontiguousarray(column) for column in table.T[: len(BEAT_COLUMNS)]))
    last = np.maximum(np.searchsorted(beats.time_s, time_s, side="right") - 1, 0)
    rate = SECONDS_PER_MINUTE / beats.rr_s[last]
    return Hemodynamics(
        time_s=time_s,
        heart_rate_bpm=rate,
        systolic_mmhg=beats.systolic_mmhg[last],
        diastolic_mmhg=beats.diastolic_mmhg[last],
        mean_arterial_pressure_mmhg=beats.mean_mmhg[last],
        stroke_volume_ml=beats.stroke_volume_ml[last],
        cardiac_output_l_min=rate * beats.stroke_volume_ml[last] / ML_PER_L,
        central_venous_pressure_mmhg=beats.central_venous_mmhg[last],
        leg_volume_ml=total(volumes, LEG_NAMES),
        chest_volume_ml=total(volumes, CHEST_NAMES),
        lung_volume_ml=total(volumes, LUNGS),
        belly_volume_ml=total(volumes, BELLY_NAMES),
        leg_tissue_fluid_ml=volumes[:, LEG_TISSUE],
        total_blood_volume_ml=volumes.sum(axis=1),
        calf_vein_pressure_mmhg=pressures[:, CALF_VEINS],
        ankle_vein_pressure_mmhg=pressures[:, CALF_VEINS] + ankle_columns,
        head_artery_pressure_mmhg=pressures[:, HEAD_ARTERIES],
        lung_artery_pressure_mmhg=pressures[:, LUNG_ARTERIES],
        lung_vein_pressure_mmhg=pressures[:, LUNG_VEINS],
        beats=beats,
    )


def total(volumes: Array, names: tuple[str, ...]) -> Array:
    places = [COMPARTMENTS.index(name) for name in names]
    return np.asarray(volumes[:, places].sum(axis=1))


def series_of(hemodynamics: Hemodynamics) -> dict[str, Array]:
    """Every list of one value a second, by name."""
    return {
        field.name: getattr(hemodynamics, field.name)
        for field in fields(Hemodynamics)
        if field.name != "beats"
    }


def hemodynamics_to_dict(hemodynamics: Hemodynamics) -> dict[str, Any]:
    """As JSON: keys carry their unit; beats as a list of time and RR interval."""
    beats = hemodynamics.beats
    return {
        **{name: rounded(values) for name, values in series_of(hemodynamics).items()},
        "beats": [
            {"time_s": time_s, "rr_s": rr_s}
            for time_s, rr_s in zip(rounded(beats.time_s), rounded(beats.rr_s), strict=True)
        ],
    }


def rounded(values: Array) -> list[float]:
    return [round(float(value), SHOWN_DIGITS) for value in values]
