"""The sentences that planner and script say of their own; poses, needs, props and conditions bring theirs as content."""

from collections.abc import Iterable, Mapping, Sequence

from karani.library.library import Library
from karani.library.pose import Caution, Line, Pose
from karani.library.vocabulary import Need, Prop

WORD_S = 0.6
"""About 100 spoken words a minute."""

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty"}

WELCOME = "If something hurts, press anywhere, and you are led out. Or press next track."
COME_TO_THE_SIDE = "Come to lie on your side, whichever is easier."
LEVEL_REST = "Rest here for a few breaths."
SIT_A_MINUTE = "Sit here for a minute before you stand."
OPEN_EYES = "Open your eyes when you like."
LAST_WORDS = "The practice ends here. Stand up slowly."
STAY = "Nothing more will be said. Stay as long as you like."
STAY_ON_SIDE = "Stay on your side, or go to bed slowly."
ASKED_TO_LEAVE_OUT = "You asked to leave it out."
EXPLAINED_ONLY = "It is explained here, not led."
LEFT_OUT = "It is left out."
ASK_DOCTOR = "Ask your doctor first."
DOCTOR_AGREED = "Your doctor agreed."
REST_ON_SIDE = "Resting on your side asks nothing of you."
FIRST_TIME = (
    "For a first time, five to seven minutes with the legs up are plenty. Add two or three each time."
)


def number_word(number: int) -> str:
    """20 -> "twenty", 47 -> "forty-seven"; for 0 to 69."""
    if number < len(ONES):
        return ONES[number]
    tens, ones = number - number % 10, number % 10
    return f"{TENS[tens]}-{ONES[ones]}" if ones else TENS[tens]


def minutes_word(minutes: int) -> str:
    return f"{number_word(minutes)} minute{'' if minutes == 1 else 's'}"


def capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def with_article(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """("a", "b", "c") -> "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def line(cue: str, pause: str, library: Library) -> Line:
    """A line of ours with the time that it takes to say, and its pause."""
    return Line(cue, pause, round(len(cue.split()) * WORD_S + library.pauses_s[pause], 1))


def lasting(cue: str, seconds: float) -> Line:
    """A line with a silence of its own behind it."""
    return Line(cue, "p4", round(seconds, 1))


def title_of(need: Need, minutes: int, pose: Pose | None) -> str:
    aim = f"in {pose.name}" if pose else need.title
    return f"{capitalized(minutes_word(minutes))} {aim}"


def told(caution: Caution, library: Library) -> str:
    return f"You told us {library.conditions[caution.condition].told}."


def barred_by(caution: Caution, library: Library) -> str:
    """Why a pose is left out: the person's own answer, the rule's reason, what to do."""
    parts = [told(caution, library), caution.why or LEFT_OUT]
    if caution.action == "ask_doctor":
        parts.append(ASK_DOCTOR)
    return " ".join(parts)


def note_of(caution: Caution, library: Library) -> str:
    agreed = f" {DOCTOR_AGREED}" if caution.action == "ask_doctor" else ""
    return " ".join(filter(None, (told(caution, library) + agreed, caution.why)))


def needs_props(missing: Iterable[str], props: Mapping[str, Prop]) -> str:
    """ "It needs a block. Two thick books tied together would do."."""
    lacking = [props[slug] for slug in missing]
    needs = f"It needs {joined([with_article(prop.name) for prop in lacking])}."
    if len(lacking) == 1:
        return " ".join(filter(None, (needs, household_of(lacking[0]))))
    return " ".join(
        [needs, *(f"For the {prop.name}: {prop.household[0]}." for prop in lacking if prop.household)]
    )


def household_of(prop: Prop) -> str:
    return f"{capitalized(prop.household[0])} would do." if prop.household else ""


def short_form(pose: Pose) -> str:
    usual = spoken_time(pose.hold.least_s)
    return f"{pose.name} is usually held for at least {usual}. This is a short form."


def takes_the_place(pose: Pose, of: Pose) -> str:
    return f"{pose.name} takes the place of {of.name}."


def asks_less(than: Pose) -> str:
    return f"It asks less of you than {than.name}."


def lower_load(parts: str, share: float, than: Pose) -> str:
    return (
        f"By the model it asks {max(1, round(100 * share))}\u00a0% of what {than.name} asks of the {parts}."
    )


def spoken_time(seconds: float) -> str:
    if seconds < 90:  # noqa: PLR2004 - below a minute and a half, seconds are plainer
        return f"{round(seconds)} seconds"
    return minutes_word(round(seconds / 60))
