"""The person's page: health, props, body, breath, sound. Everything may stay empty."""

from dataclasses import dataclass
from datetime import tzinfo

from karani.library import Library
from karani.storage import PoseNote, Wishes
from karani.web.figures.cast import CLOTHES, SHAPES, TONES, shown_in
from karani.web.form import Form
from karani.web.pages.common import Choice, PoseLink, link_or_none
from karani.web.person_form import COUNTS_S, SEXES, SPEEDS, number_text
from karani.web.times import day, local
from karani.web.voices import NAMES, NATURAL_NAMES, Voices

FIRST_QUESTION = (
    "Your answers stay on this machine, in your own journal. They are used to leave out what does not suit you, "
    "and for nothing else."
)
AS_EACH_POSE_SAYS = "as each pose asks"


@dataclass(frozen=True, slots=True)
class ConditionQuestion:
    slug: str
    name: str
    question: str
    yes: bool
    asks_doctor: bool
    doctor_agreed: bool


@dataclass(frozen=True, slots=True)
class PropChoice:
    slug: str
    name: str
    household: tuple[str, ...]
    have: bool


@dataclass(frozen=True, slots=True)
class BodyFields:
    height_cm: str
    mass_kg: str
    age: str
    straight_leg_raise_deg: str
    sex: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LookFields:
    """`pose` shows how it looks, as it was saved last."""

    shape: tuple[Choice, ...]
    tone: tuple[Choice, ...]
    clothes: tuple[Choice, ...]
    pose: PoseLink | None


@dataclass(frozen=True, slots=True)
class WishFields:
    voice: tuple[Choice, ...]
    voice_missing: str
    speeds: tuple[Choice, ...]
    volume: str
    tones: str
    bed: str
    dim: bool
    start_delay_s: str


@dataclass(frozen=True, slots=True)
class NoteView:
    pose: str
    pose_name: str
    place_name: str
    since_text: str
    lift_url: str


@dataclass(frozen=True, slots=True)
class YouPage:
    first_question: str
    saved: bool
    errors: dict[str, str]
    conditions: tuple[ConditionQuestion, ...]
    props: tuple[PropChoice, ...]
    body: BodyFields
    look: LookFields
    excluded: tuple[Choice, ...]
    counts: tuple[Choice, ...]
    breaths: tuple[Choice, ...]
    wishes: WishFields
    notes: tuple[NoteView, ...]


def compose_you(
    form: Form,
    notes: tuple[PoseNote, ...],
    library: Library,
    zone: tzinfo | None,
    voices: Voices,
    *,
    saved: bool = False,
    errors: dict[str, str] | None = None,
) -> YouPage:
    """The page as the form says, so that nothing typed is lost when something does not fit."""
    return YouPage(
        first_question=FIRST_QUESTION,
        saved=saved,
        errors=errors or {},
        conditions=list_conditions(form, library),
        props=list_props(form, library),
        body=describe_body(form),
        look=describe_look(form, library),
        excluded=list_excluded(form, library),
        counts=tuple(choice(form, "count_s", number_text(count), f"{count:g} s") for count in COUNTS_S),
        breaths=list_breaths(form, library),
        wishes=describe_wishes(form, voices),
        notes=tuple(describe_note(note, library, zone) for note in notes),
    )


def list_conditions(form: Form, library: Library) -> tuple[ConditionQuestion, ...]:
    asking = ask_doctor_conditions(library)
    return tuple(
        ConditionQuestion(
            slug=condition.slug,
            name=condition.name,
            question=condition.question,
            yes=condition.slug in form.all("condition"),
            asks_doctor=condition.slug in asking,
            doctor_agreed=condition.slug in form.all("doctor_agreed"),
        )
        for condition in library.conditions.values()
    )


def ask_doctor_conditions(library: Library) -> frozenset[str]:
    """Conditions for which some pose asks whether a doctor agreed."""
    cautions = (caution for pose in library.poses.values() for caution in pose.cautions)
    return frozenset(caution.condition for caution in cautions if caution.action == "ask_doctor")


def list_props(form: Form, library: Library) -> tuple[PropChoice, ...]:
    have = form.all("prop")
    return tuple(
        PropChoice(prop.slug, prop.name, prop.household, prop.slug in have) for prop in library.props.values()
    )


def list_excluded(form: Form, library: Library) -> tuple[Choice, ...]:
    led = (pose for pose in library.poses.values() if not pose.guide_only)
    return tuple(Choice(pose.slug, pose.name, pose.slug in form.all("excluded")) for pose in led)


def list_breaths(form: Form, library: Library) -> tuple[Choice, ...]:
    own = tuple(
        choice(form, "breath", breathing.slug, breathing.name) for breathing in library.breathings.values()
    )
    return (choice(form, "breath", "", AS_EACH_POSE_SAYS), *own)


def choice(form: Form, field: str, value: str, name: str) -> Choice:
    return Choice(value, name, form.one(field) == value)


def describe_body(form: Form) -> BodyFields:
    return BodyFields(
        height_cm=form.one("height_cm"),
        mass_kg=form.one("mass_kg"),
        age=form.one("age"),
        straight_leg_raise_deg=form.one("straight_leg_raise_deg"),
        sex=tuple(choice(form, "sex", value, name) for value, name in SEXES.items()),
    )


def describe_look(form: Form, library: Library) -> LookFields:
    return LookFields(
        shape=tuple(choice(form, "shape", value, name) for value, name in SHAPES.items()),
        tone=tuple(choice(form, "tone", value, name) for value, name in TONES.items()),
        clothes=tuple(choice(form, "clothes", value, name) for value, name in CLOTHES.items()),
        pose=link_or_none(shown_in(), library),
    )


def describe_wishes(form: Form, voices: Voices) -> WishFields:
    return WishFields(
        voice=tuple(choice(form, "voice", value, name) for value, name in list_voices(voices)),
        voice_missing=voices.missing,
        speeds=tuple(choice(form, "speed", number_text(speed), speed_name(speed)) for speed in SPEEDS),
        volume=form.one("volume"),
        tones=form.one("tones"),
        bed=form.one("bed"),
        dim=form.has("dim"),
        start_delay_s=form.one("start_delay_s"),
    )


def list_voices(voices: Voices) -> list[tuple[str, str]]:
    return [each for each in NAMES.items() if not (voices.missing and each[0] in NATURAL_NAMES)]


def speed_name(speed: float) -> str:
    if speed == Wishes().speed:
        return f"{speed:g}, calm"
    return f"{speed:g}, as people talk" if speed == 1 else number_text(speed)


def describe_note(note: PoseNote, library: Library, zone: tzinfo | None) -> NoteView:
    pose, place = library.poses.get(note.pose), library.pain_places.get(note.pain_place)
    return NoteView(
        pose=note.pose,
        pose_name=pose.name if pose else note.pose,
        place_name=place.name if place else note.pain_place,
        since_text=day(local(note.since, zone)),
        lift_url=f"/you/notes/{note.pose}/lift",
    )
