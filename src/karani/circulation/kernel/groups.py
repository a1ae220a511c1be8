"""The model's numbers, one group for each file of content/physiology; names and units as there."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Heart(NamedTuple):
    left_ventricle_elastance_mmhg_per_ml: float
    left_ventricle_unstressed_ml: float
    left_ventricle_filling_mmhg: float
    left_ventricle_filling_per_ml: float
    right_ventricle_elastance_mmhg_per_ml: float
    right_ventricle_unstressed_ml: float
    right_ventricle_filling_mmhg: float
    right_ventricle_filling_per_ml: float
    left_atrium_elastance_mmhg_per_ml: float
    left_atrium_resting_elastance_mmhg_per_ml: float
    left_atrium_unstressed_ml: float
    right_atrium_elastance_mmhg_per_ml: float
    right_atrium_resting_elastance_mmhg_per_ml: float
    right_atrium_unstressed_ml: float
    pericardium_mmhg: float
    pericardium_volume_ml: float
    pericardium_scale_ml: float
    ventricle_rise_s: float
    atrium_rise_s: float
    atrioventricular_delay_s: float
    rr_interval_s: float
    least_rr_interval_s: float
    most_rr_interval_s: float


class Vessels(NamedTuple):
    collapse_mmhg: float
    gravity_mmhg_per_cm: float
    distension_start_mmhg: float
    distension_scale_mmhg: float
    distension_gain: float
    tissue_start_mmhg: float
    tissue_out_ml_per_mmhg: float
    tissue_in_ml_per_mmhg: float
    tissue_time_s: float
    creep_time_s: float
    systemic_creep_share: float
    leg_creep_share: float
    lung_creep_share: float
    brain_time_s: float
    brain_least_factor: float
    brain_most_factor: float
    small_vessel_factor: float
    leg_compliance_factor: float
    lung_compliance_factor: float


class Reflex(NamedTuple):
    vagal_gain_s_per_mmhg: float
    beta_gain_s_per_mmhg: float
    alpha_resistance_gain_s_per_ml: float
    chest_resistance_gain_s_per_ml: float
    head_arm_venous_gain_ml_per_mmhg: float
    kidney_venous_gain_ml_per_mmhg: float
    splanchnic_venous_gain_ml_per_mmhg: float
    leg_venous_gain_ml_per_mmhg: float
    head_arm_chest_venous_gain_ml_per_mmhg: float
    kidney_chest_venous_gain_ml_per_mmhg: float
    splanchnic_chest_venous_gain_ml_per_mmhg: float
    leg_chest_venous_gain_ml_per_mmhg: float
    left_contractility_gain_ml_per_mmhg2: float
    right_contractility_gain_ml_per_mmhg2: float
    unloading_scale_mmhg: float
    loading_scale_mmhg: float
    chest_unloading_scale_mmhg: float
    chest_loading_scale_mmhg: float
    carotid_share: float
    upright_shift_mmhg: float
    head_down_shift_mmhg: float
    shift_time_s: float
    arm_thigh_weight: float
    calf_weight: float
    thigh_venous_share: float
    least_kidney_unstressed_ml: float


class Breathing(NamedTuple):
    pleural_mmhg: float
    pleural_upright_mmhg: float
    pleural_mmhg_per_l: float
    abdominal_mmhg_per_l: float
    abdominal_column_share: float
    lung_blood_ml_per_l: float
    lung_closure_ml: float
    arrhythmia_gain_s_per_l: float
    arrhythmia_inhale_time_s: float
    arrhythmia_exhale_time_s: float
    arrhythmia_lead_s: float
    arrhythmia_mean_time_s: float
    vagal_tone_per_mmhg: float
    least_vagal_tone: float
    most_vagal_tone: float


class GettingUp(NamedTuple):
    move_s: float
    belly_squeeze_mmhg: float
    leg_squeeze_mmhg: float
    dilation_share: float
    dilation_time_s: float
    vagal_withdrawal_s: float
    vagal_withdrawal_time_s: float


class Effort(NamedTuple):
    set_point_mmhg: float
    set_point_time_s: float
    pulse_per_s: float
    pulse_time_s: float


class Circuit(NamedTuple):
    """One person's vessels; arrays by compartment of layout.COMPARTMENTS or by link of layout.LINKS."""

    unstressed_ml: Array
    elastance_mmhg_per_ml: Array
    most_ml: Array
    residual_share: Array
    creep_share: Array
    resistance_mmhg_s_per_ml: Array
    arm_answers: Array  # (arms, KEPT_SAMPLES), each of unit sum


class Setting(NamedTuple):
    """What the person's lying rest has settled to; the reflexes hold it."""

    arterial_mmhg: float
    chest_mmhg: float
    head_flow_ml_per_s: float
    stressed_ml: Array
    reflexes: float  # 1, or 0 while the setting itself is being found


class Schedule(NamedTuple):
    """Postures and breaths over time, in order."""

    posture_start_s: Array
    postures: Array  # (postures, N_POSTURE); the first is where the body lies before time 0
    breath_start_s: Array
    breaths: Array  # (breaths, 4): in s, out s, pause s, liters
