"""A guide: the page of one pose as data, its sections in the order in which they are read."""

from dataclasses import dataclass

from karani.library.pose import Word


@dataclass(frozen=True, slots=True)
class Named:
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class PoseRef:
    """Another pose as a guide names it."""

    slug: str
    name: str
    sanskrit_name: str
    summary: str
    glyph: str
    wall: bool
    """Whether it is drawn beside a wall."""

    @property
    def url(self) -> str:
        return f"/poses/{self.slug}"


@dataclass(frozen=True, slots=True)
class GuideHold:
    least_s: float
    usual_s: float
    most_s: float
    sentence: str


@dataclass(frozen=True, slots=True)
class GuideBreath:
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class GuideProp:
    slug: str
    name: str
    count: int
    optional: bool
    household: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideBenefit:
    """A benefit as it is said (`name`), in this pose's words (`text`), with its grade and numbers of sources."""

    claim: str
    name: str
    text: str
    grade: str
    grade_name: str
    sentence: str
    gap: str
    support: tuple[int, ...]
    against: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GuideStep:
    """Numbered through in, stay and out. `place` is where the step leaves you, empty while staying."""

    number: int
    cue: str
    seconds: float
    place: str


@dataclass(frozen=True, slots=True)
class GuideCaution:
    condition: str
    condition_name: str
    action: str
    action_name: str
    basis: str
    basis_name: str
    why: str
    instead: PoseRef | None


@dataclass(frozen=True, slots=True)
class GuideForm:
    ref: PoseRef
    helps: str
    props: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddedWork:
    """What a teacher's cue calls on beside what gravity asks: content, never computed."""

    cue: str
    groups: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class GuideMuscles:
    stretches: tuple[Named, ...]
    works: tuple[Named, ...]
    sentence: str
    added: tuple[AddedWork, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A study or text behind the guide; `partial` when it was read only in part."""

    number: int
    slug: str
    citation: str
    year: int | None
    identifier: str
    url: str
    finding: str
    partial: bool
    poses: tuple[str, ...]
    """The poses that it looked at itself."""


@dataclass(frozen=True, slots=True)
class GuideStudy:
    """A study that looked at this very pose, by the number of its source."""

    number: int
    finding: str
    partial: bool


@dataclass(frozen=True, slots=True)
class Guide:
    slug: str
    form_of: PoseRef | None
    name: str
    sanskrit_name: str
    devanagari: str
    pronunciation: str
    alternate_names: tuple[str, ...]
    summary: str
    helps: str
    glyph: str
    wall: bool
    guide_only: bool
    guide_only_sentence: str
    needs: tuple[Named, ...]
    meaning: tuple[Word, ...]
    types: tuple[str, ...]
    position: str
    level: str
    targets: tuple[str, ...]
    hold: GuideHold
    sides: int
    breath: GuideBreath
    props: tuple[GuideProp, ...]
    text_html: str
    studied: tuple[GuideStudy, ...]
    studied_sentence: str
    gaps: tuple[str, ...]
    benefits: tuple[GuideBenefit, ...]
    steps_in: tuple[GuideStep, ...]
    stay: tuple[GuideStep, ...]
    steps_out: tuple[GuideStep, ...]
    way_out: tuple[str, ...]
    way_out_leads_to: str
    tips: tuple[str, ...]
    mistakes: tuple[str, ...]
    cautions: tuple[GuideCaution, ...]
    variations: tuple[GuideForm, ...]
    easier: tuple[PoseRef, ...]
    preparatory: tuple[PoseRef, ...]
    counter: tuple[PoseRef, ...]
    muscles: GuideMuscles
    collections: tuple[Named, ...]
    sources: tuple[Source, ...]
    credits: tuple[str, ...]
