"""The five files of a new pose: whole enough to be read, empty where words of a person are wanted."""

POSE = """#:schema {schemas}/pose.schema.json
name = "{name}"
sanskrit_name = ""        # IAST, with its dots and lines
devanagari = ""
pronunciation = ""
alternate_names = []      # everything somebody might type
summary = ""              # one sentence, at most 25 words
helps = ""                # only for a form: whom it helps
types = ["supine"]
position = "supine"
level = "all"
targets = ["full-body"]
needs = []
guide_only = false
sides = 1
breath = "natural"
easier = []
preparatory_poses = []
counter_poses = []
stretches = []
works = []
tips = []                 # two to four sentences
mistakes = []             # one to three: the mistake, and how to mend it
seed = false
credits = []

[hold]
least_s = 30
usual_s = 60
most_s = 120

# [[meaning]]
# word = "āsana"
# means = "seat, posture"

# [[props]]
# prop = "blanket"
# count = 1
# optional = true

# What the pose asks of a body; the screening rules read nothing else, so be strict.
[features]
head = "level"
legs = "level"
supine = true
prone = false
neck = "none"
flex = "none"
ext = "none"
twist = "none"
ham = "none"
hip = "none"
knee = false
wrist = false
shoulder = false
overhead = false
balance = false
stand = false
belly = false

# [[benefits]]
# claim = "C-STRESS"
# text = "Some people feel calmer afterward; no study of this pose was found."

# Where to go for who may not practice it: one line for each condition that karani check names.
# [instead]
# a-condition = "another-pose"
"""
POSTURE = """#:schema {schemas}/posture.schema.json
plane = "sagittal"
front_faces = "up"
pelvis_elevation_deg = 0

[common_deg]
hip_flex = 0
knee_flex = 0

[[contacts]]
part = "sacrum"
surface = "floor"

[[contacts]]
part = "upper-back"
surface = "floor"

[[contacts]]
part = "head-back"
surface = "floor"
"""
STEPS = """#:schema {schemas}/steps.schema.json
starts_at = "supine"
way_out_leads_to = "Resting on your back."

[[enter]]
cue = "Lie down on your back."
pause = "p3"
seconds = 16
place = "supine"

[[settle]]
cue = "Let the head be heavy."
pause = "p2"
seconds = 8

[nearly_out]
cue = "This rest ends in a minute."
pause = "p1"
seconds = 6

[[exit]]
cue = "Bend your knees."
pause = "p2"
seconds = 8
place = "supine"

[[way_out]]
cue = "Bend your knees."
pause = "p2"
seconds = 8
"""
GLYPH = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80">
  <circle class="head" cx="98" cy="62" r="6"/>
  <path d="M18 66 L52 66 L90 64"/>
</svg>
"""


def skeleton_of(slug: str, *, is_form: bool) -> dict[str, str]:
    """Text by file name."""
    schemas = "../" * (4 if is_form else 2) + "schemas"
    texts = {"pose.toml": POSE, "posture.toml": POSTURE, "steps.toml": STEPS}
    name = slug.replace("-", " ").title()
    filled = {
        file: text.replace("{schemas}", schemas).replace("{name}", name) for file, text in texts.items()
    }
    return filled | {"guide.md": "", "glyph.svg": GLYPH}
