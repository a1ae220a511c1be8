"""A pose of the library: everything its folder under content/poses says, as frozen data."""

from dataclasses import dataclass, field
from typing import Literal, get_args

Action = Literal["avoid", "modify", "ask_doctor", "caution"]
ACTIONS: tuple[Action, ...] = get_args(Action)


@dataclass(frozen=True, slots=True)
class Word:
    """One Sanskrit word of a name and what it means."""

    word: str
    means: str


@dataclass(frozen=True, slots=True)
class PropUse:
    prop: str
    count: int
    optional: bool


@dataclass(frozen=True, slots=True)
class Hold:
    """How long a pose is held on each side."""

    least_s: float
    usual_s: float
    most_s: float


@dataclass(frozen=True, slots=True)
class Features:
    """What a pose asks of a body; the screening rules read nothing else. Words in vocabulary/features.toml."""

    head: str
    legs: str
    neck: str
    flex: str
    ext: str
    twist: str
    ham: str
    hip: str
    supine: bool
    prone: bool
    knee: bool
    wrist: bool
    shoulder: bool
    overhead: bool
    balance: bool
    stand: bool
    belly: bool


@dataclass(frozen=True, slots=True)
class Benefit:
    """What the pose is said to do: a claim of vocabulary/claims.toml in this pose's own sentence."""

    claim: str
    text: str


@dataclass(frozen=True, slots=True)
class Caution:
    """How one condition meets this pose, after screening rules and the pose's own words are brought together."""

    condition: str
    action: Action
    basis: str
    why: str
    instead: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One cue, the pause after it, the whole time it takes (speech, movement, pause), and where it leaves you.

    `settled_cue` is said instead where the distance at which this person rests is known; {distance} stands for it.
    `adds`: muscle groups that the cue calls on beside what gravity asks of the posture.
    """

    cue: str
    pause: str
    seconds: float
    place: str
    settled_cue: str = ""
    adds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Something said in the hold or on a way out; `seconds` is the whole time it takes, pause included."""

    cue: str
    pause: str
    seconds: float
    adds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """How a pose is led. Enter starts at `starts_at`; the last exit step's place is where it ends."""

    starts_at: str
    enter: tuple[Step, ...]
    settle: tuple[Line, ...]
    quiet: tuple[Line, ...]
    nearly_out: Line
    change_sides: tuple[Line, ...]
    exit: tuple[Step, ...]
    way_out: tuple[Line, ...]
    way_out_leads_to: str

    @property
    def ends_at(self) -> str:
        return self.exit[-1].place


@dataclass(frozen=True, slots=True)
class Contact:
    part: str
    surface: str
    side: str = "both"
    """"right" or "left" when only that side touches."""
    on_side: str = "same"
    """Which limb it touches, when it touches a limb: that of the same side, the other, right or left."""


@dataclass(frozen=True, slots=True)
class SurfaceSpec:
    """A prop and where it lies: under which part of the body, how high, how steep."""

    surface: str
    under: str
    height_cm: float
    shape: str = "slab"
    slope_deg: float = 0.0
    offset_cm: float = 0.0
    """How far its middle lies from that part, towards the head."""
    each_side: bool = False
    """One for the right and one for the left, not one in the middle."""
    lengthwise: bool = False
    """Its long side lies along the body."""
    thickness_cm: float = 12.0
    """What lies deeper under its top than this is under it, not in it."""
    bears_one_side: str = "both"
    """"left" for a prop that only the left limb lies on, while the other passes under it."""
    side: str = "both"
    """"right" or "left" when it lies under that side of the part only: a block under the right hand."""
    aside_cm: float = 0.0
    """How far its middle lies from that part, to the body's left."""
    turn_deg: float = 0.0
    """Turn about the vertical, to the left as seen from above."""
    back: str = "none"
    """Where a chair's back rest stands: "ahead" of a seated body, "behind" it, or "none" when nothing meets it."""


@dataclass(frozen=True, slots=True)
class StrapSpec:
    """A strap from one part to another, or around one: it holds by being pulled and never pushes."""

    parts: tuple[str, ...]
    """One part (then the strap lies around both sides of it) or two (then it runs from one to the other)."""
    sides: tuple[str, ...]
    """The side of each part, "both" for the middle of both."""
    length_cm: float
    """Of one part: what it leaves between the two sides' middles; of two: the way between them."""
    taut: bool = False
    """Whether it is pulled straight; else it may hang."""


@dataclass(frozen=True, slots=True)
class FreeSetting:
    """What a person may choose in a pose; `usual` is None where the body decides."""

    usual: float | None
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class KeyPosture:
    """One still on the way in or out; what it does not say is as in the pose itself."""

    name: str
    way: str
    spec: "PostureSpec"
    like: str = "pose"
    """The place it is like, or the pose itself."""
    at_steps: tuple[int, int] | None = None
    """The first and the last step of its way, counted from 1, that leave the body so; None: shared out evenly."""


@dataclass(frozen=True, slots=True)
class CameraSpec:
    """Azimuth 0 sees a standing person's front, 90 the left side; elevation 90 looks straight down."""

    azimuth_deg: float
    elevation_deg: float


@dataclass(frozen=True, slots=True)
class PostureSpec:
    """The pose's target angles [deg] and contacts, as a start for the body; conventions in docs/nomenclature.md."""

    plane: str
    front_faces: str
    pelvis_elevation_deg: float
    common_deg: dict[str, float]
    right_deg: dict[str, float]
    left_deg: dict[str, float]
    ranges_deg: dict[str, tuple[float, float]]
    segment_elevations_deg: dict[str, float]
    contacts: tuple[Contact, ...]
    surfaces: tuple[SurfaceSpec, ...] = ()
    straps: tuple[StrapSpec, ...] = ()
    heading_deg: float = 0.0
    """Turn of the whole body about the vertical, to its left."""
    roll_deg: float = 0.0
    """Turn of the pelvis about its own long axis: its front turns to the body's left."""
    free: dict[str, FreeSetting] = field(default_factory=dict)
    firmness: dict[str, float] = field(default_factory=dict)
    """Weight of single target angles against the usual one [1]."""
    balanced: bool = False
    """The weight is kept over the feet."""
    steps: tuple[KeyPosture, ...] = ()
    camera: CameraSpec | None = None
    """From where it is drawn; None leaves it to the figure."""


@dataclass(frozen=True, slots=True)
class Pose:
    """A named pose, or a form of one (then `form_of` names it). All forms read and behave like poses."""

    slug: str
    form_of: str | None
    name: str
    sanskrit_name: str
    devanagari: str
    pronunciation: str
    alternate_names: tuple[str, ...]
    meaning: tuple[Word, ...]
    summary: str
    helps: str
    types: tuple[str, ...]
    position: str
    level: str
    targets: tuple[str, ...]
    needs: tuple[str, ...]
    guide_only: bool
    sides: int
    breath: str
    hold: Hold
    props: tuple[PropUse, ...]
    features: Features
    stretches: tuple[str, ...]
    works: tuple[str, ...]
    benefits: tuple[Benefit, ...]
    cautions: tuple[Caution, ...]
    tips: tuple[str, ...]
    mistakes: tuple[str, ...]
    easier: tuple[str, ...]
    preparatory_poses: tuple[str, ...]
    counter_poses: tuple[str, ...]
    steps: Steps | None
    posture: PostureSpec
    glyph: str
    """A small line drawing, as the inside of an <svg viewBox="0 0 120 80">: a sign, not the computed figure."""
    guide_text: str
    seed: bool
    credits: tuple[str, ...]
    spares: tuple[str, ...] = ()
    """Parts of vocabulary/load_parts.toml that a form is meant to spare, compared with the pose that it is a form of."""

    @property
    def root(self) -> str:
        """The slug of the pose that this is, or is a form of."""
        return self.form_of or self.slug

    @property
    def needed_props(self) -> frozenset[str]:
        return frozenset(use.prop for use in self.props if not use.optional)
