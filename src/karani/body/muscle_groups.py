"""Which group a muscle path of the model belongs to, and on which side."""

STARTS = {
    "hamstrings": ("bflh", "semimem", "semiten", "bfsh"),
    "gluteus-maximus": ("glmax",),
    "gluteus-medius-minimus": ("glmed", "glmin"),
    "vasti": ("vas",),
    "rectus-femoris": ("recfem",),
    "iliopsoas": ("psoas", "iliacus", "Ps_"),
    "adductors": ("add", "grac"),
    "gastrocnemius": ("gas",),
    "soleus": ("soleus",),
    "ankle-dorsiflexors": ("tibant", "edl", "ehl"),
    "deep-calf": ("tibpost", "fdl", "fhl", "per"),
    "tensor-fasciae-latae": ("tfl",),
    "sartorius": ("sart",),
    "piriformis": ("piri",),
    "rectus-abdominis": ("rect_abd",),
    "external-oblique": ("EO",),
    "internal-oblique": ("IO",),
    "erector-spinae": ("IL_", "LTp"),
    "multifidus": ("MF_",),
    "quadratus-lumborum": ("QL",),
    "deltoid": ("DELT",),
    "pectoralis-major": ("PECM",),
    "latissimus-dorsi": ("LAT",),
    "triceps": ("TRI", "ANC"),
    "elbow-flexors": ("BIC", "BRA", "BRD", "CORB"),
    "rotator-cuff": ("SUPSP", "INFSP", "SUBSC", "TMIN", "TMAJ"),
}
"""How the names of a group's paths begin; every other path is of the forearm and hand."""


def muscle_group(muscle: str) -> str:
    return next((group for group, starts in STARTS.items() if muscle.startswith(starts)), "forearm-and-hand")


def muscle_side(muscle: str) -> str:
    """Paths of the right arm carry no ending in the source; all others end in their side."""
    return "left" if muscle.endswith("_l") else "right"
