"""Which compartments there are, how they are joined, and at which height each lies.

The order is by kind, so that each kind is one plain loop: chambers, arteries, veins that stiffen as they fill, other
veins, lungs, tissue.
"""

import numpy as np

CHAMBERS = ("right_atrium", "right_ventricle", "left_atrium", "left_ventricle")
ARTERIES = (
    "ascending_aorta", "head_arteries", "arm_arteries", "descending_aorta", "kidney_arteries", "splanchnic_arteries",
    "thigh_arteries", "calf_arteries",
)  # fmt: skip
STIFFENING_VEINS = ("splanchnic_veins", "thigh_veins", "calf_veins", "abdominal_veins")
OTHER_VEINS = ("head_veins", "arm_veins", "kidney_veins", "superior_vena_cava", "inferior_vena_cava")
LUNGS = ("lung_arteries", "lung_veins")
COMPARTMENTS = (*CHAMBERS, *ARTERIES, *STIFFENING_VEINS, *OTHER_VEINS, *LUNGS, "leg_tissue")

N = len(COMPARTMENTS)
RIGHT_ATRIUM, RIGHT_VENTRICLE, LEFT_ATRIUM, LEFT_VENTRICLE = range(4)
FIRST_ARTERY, FIRST_STIFFENING = 4, 12
FIRST_OTHER_VEIN, FIRST_LUNG, LEG_TISSUE = 16, 21, 23
AORTA, HEAD_ARTERIES, ARM_ARTERIES = 4, 5, 6
THIGH_ARTERIES, CALF_ARTERIES = 10, 11
SPLANCHNIC_VEINS, THIGH_VEINS, CALF_VEINS, ABDOMINAL_VEINS = 12, 13, 14, 15
HEAD_VEINS, ARM_VEINS, KIDNEY_VEINS = 16, 17, 18
LUNG_ARTERIES, LUNG_VEINS = 21, 22

ONE_WAY = (
    ("right_atrium", "right_ventricle"), ("right_ventricle", "lung_arteries"),
    ("left_atrium", "left_ventricle"), ("left_ventricle", "ascending_aorta"),
    ("thigh_veins", "abdominal_veins"), ("calf_veins", "thigh_veins"), ("arm_veins", "superior_vena_cava"),
)  # fmt: skip
OPEN = (
    ("ascending_aorta", "head_arteries"), ("ascending_aorta", "arm_arteries"), ("ascending_aorta", "descending_aorta"),
    ("descending_aorta", "kidney_arteries"), ("descending_aorta", "splanchnic_arteries"),
    ("descending_aorta", "thigh_arteries"), ("thigh_arteries", "calf_arteries"),
    ("splanchnic_veins", "abdominal_veins"), ("abdominal_veins", "inferior_vena_cava"),
    ("head_veins", "superior_vena_cava"), ("kidney_veins", "abdominal_veins"),
    ("superior_vena_cava", "right_atrium"), ("inferior_vena_cava", "right_atrium"),
    ("lung_arteries", "lung_veins"), ("lung_veins", "left_atrium"),
)  # fmt: skip
SMALL_VESSELS = (
    ("head_arteries", "head_veins"), ("arm_arteries", "arm_veins"), ("kidney_arteries", "kidney_veins"),
    ("splanchnic_arteries", "splanchnic_veins"), ("thigh_arteries", "thigh_veins"), ("calf_arteries", "calf_veins"),
)  # fmt: skip
LINKS = (*ONE_WAY, *OPEN, *SMALL_VESSELS)

N_LINKS = len(LINKS)
N_ONE_WAY = len(ONE_WAY)
FIRST_SMALL = N_ONE_WAY + len(OPEN)
LINK_HEAD, LINK_ARM, LINK_KIDNEY, LINK_SPLANCHNIC, LINK_THIGH, LINK_CALF = range(FIRST_SMALL, N_LINKS)
LEFT_VALVE = LINKS.index(("left_ventricle", "ascending_aorta"))
HEARD = (LEFT_VALVE, LINK_HEAD)  # the flows that somebody asks for
FROM = np.array([COMPARTMENTS.index(start) for start, _ in LINKS])
TO = np.array([COMPARTMENTS.index(end) for _, end in LINKS])
DRAIN = np.array([
    next(j for j, (start, _) in enumerate(LINKS) if start == name)
    for name in (*STIFFENING_VEINS, *OTHER_VEINS)
])  # fmt: skip  # the link by which each vein empties

REGIONS = ("heart", "head", "carotid", "arm", "abdomen", "splanchnic", "thigh", "calf", "ankle")
HEART, HEAD, CAROTID, ARM, ABDOMEN, SPLANCHNIC, THIGH, CALF, ANKLE = range(len(REGIONS))
TRUNK = len(REGIONS)  # behind the heights of a posture stand the sine of the trunk's elevation
RISING = TRUNK + 1  # how far the body raises itself by its own muscles on the way here, 0 to 1
EFFORT = RISING + 1  # and how hard it works to stay here, 0 to 1
N_POSTURE = EFFORT + 1
REGION_OF = {
    "head_arteries": HEAD, "head_veins": HEAD, "arm_arteries": ARM, "arm_veins": ARM,
    "descending_aorta": ABDOMEN, "kidney_arteries": ABDOMEN, "kidney_veins": ABDOMEN, "abdominal_veins": ABDOMEN,
    "splanchnic_arteries": SPLANCHNIC, "splanchnic_veins": SPLANCHNIC,
    "thigh_arteries": THIGH, "thigh_veins": THIGH, "calf_arteries": CALF, "calf_veins": CALF,
}  # fmt: skip
REGION = np.array([REGION_OF.get(name, HEART) for name in COMPARTMENTS])
CHEST_NAMES = (
    *CHAMBERS, "ascending_aorta", "superior_vena_cava", "inferior_vena_cava", *LUNGS,
)  # fmt: skip
LEG_NAMES = ("thigh_arteries", "calf_arteries", "thigh_veins", "calf_veins")
BELLY_NAMES = (
    "splanchnic_arteries",
    "splanchnic_veins",
    "abdominal_veins",
    "kidney_arteries",
    "kidney_veins",
)
SQUEEZED_NAMES = BELLY_NAMES  # the belly's contents lean on these; the aorta is stiff
IN_CHEST = np.array([float(name in CHEST_NAMES) for name in COMPARTMENTS])
IN_BELLY = np.array([float(name in SQUEEZED_NAMES) for name in COMPARTMENTS])
IN_LEG_MUSCLE = np.array([float(name in ("thigh_veins", "calf_veins")) for name in COMPARTMENTS])
IN_LEGS = np.array([float(name in LEG_NAMES) for name in COMPARTMENTS])

ARMS = ("vagal", "beta", "alpha_resistance", "alpha_venous", "chest_resistance", "chest_venous")
VAGAL, BETA, ALPHA_RESISTANCE, ALPHA_VENOUS, CHEST_RESISTANCE, CHEST_VENOUS = range(len(ARMS))
FIRST_CHEST_ARM = CHEST_RESISTANCE

SAMPLE_S = 0.0625  # how often the reflexes look
SAMPLES_PER_S = 16
KEPT_SAMPLES = 720  # 45 s: the longest reflex answer ends after 42 s
SENSED_SAMPLES = 4  # a running mean of 0.25 s

BEAT_COLUMNS = (
    "time_s", "rr_s", "systolic_mmhg", "diastolic_mmhg", "mean_mmhg", "stroke_volume_ml",
    "central_venous_mmhg", "end_diastolic_volume_ml", "chest_filling_mmhg",
)  # fmt: skip
N_BEAT = len(BEAT_COLUMNS)
