"""docs/safety.md, made from the library: `python -m karani.guide.safety > docs/safety.md`."""

from collections.abc import Iterator

from karani.library import read_library
from karani.library.library import Library
from karani.library.pose import Caution, Pose
from karani.library.vocabulary import Rule

SIGNS = {"avoid": "x", "modify": "f", "ask_doctor": "d", "caution": "c"}

OPENING = """# Safety

This page is made from the same data that the program uses: `python -m karani.guide.safety > docs/safety.md`.

Karani informs; it does not replace medical advice. It cannot see you and does not know you: it knows what you told it, on your own
machine. Pain, numbness or a new symptom belongs to a doctor.

## What Karani does

- **Cautions come from rules**, never from a model. A pose says its features; a rule says what a condition makes of a feature; the
  strictest rule counts. A pose may add a caution of its own, with its basis.
- **Avoid** is never planned. **Another form** is planned only as the form it names. **Ask a doctor** is planned only after the person
  confirms that a doctor agreed. **With care** is planned with its note shown.
- **Guide-only** poses are explained and never planned.
- **Every second of a practice carries its way out.** Holds of three minutes or longer, lying down, leave through the side.
- **"This hurts"** stops everything, asks where, leads out, rests on the side, and offers only what the rules allow for that place of
  pain as well. The pose is not planned again until the person lifts the note.
- **No holding of the breath** and no forceful breathing anywhere.
"""


def write_safety(library: Library) -> str:
    """The page as Markdown."""
    lines = [OPENING, *red_flags(library), *rules(library), *table(library)]
    return "\n".join(lines) + "\n"


def red_flags(library: Library) -> Iterator[str]:
    yield "## Signs that end or change a practice\n\n| sign | what to do |\n|---|---|"
    for flag in library.red_flags:
        yield f"| {flag.sign} | {flag.do} |"


def rules(library: Library) -> Iterator[str]:
    yield f"\n## The {len(library.rules)} rules\n\n| condition | when a pose has | action | basis | why |\n|---|---|---|---|---|"
    for rule in library.rules:
        action, basis = (
            library.words["action"][rule.action],
            library.words["basis"].get(rule.basis, rule.basis),
        )
        yield f"| {library.conditions[rule.condition].name} | {features(rule)} | {action} | {basis} | {rule.why} |"


def features(rule: Rule) -> str:
    parts = [
        name if values == (True,) else f"{name}: {' or '.join(str(value) for value in values)}"
        for name, values in rule.when.items()
    ]
    return ", ".join(parts)


def table(library: Library) -> Iterator[str]:
    yield f"\n## Every pose and every condition\n\n{len(library.poses)} poses and forms by {len(library.conditions)} conditions. "
    yield "**x** avoid, **f** another form, **d** ask a doctor, **c** with care; the pose after the arrow takes its place.\n"
    for pose in library.poses.values():
        only = " (explained, never planned)" if pose.guide_only else ""
        yield f"- **{pose.name}**{only}: {row(pose, library)}"


def row(pose: Pose, library: Library) -> str:
    if not pose.cautions:
        return "no rule meets it."
    return "; ".join(entry(caution, library) for caution in pose.cautions) + "."


def entry(caution: Caution, library: Library) -> str:
    name = library.conditions[caution.condition].name
    instead = f" → {library.poses[caution.instead].name}" if caution.instead else ""
    return f"{SIGNS[caution.action]} {name}{instead}"


if __name__ == "__main__":
    print(write_safety(read_library()), end="")  # noqa: T201 - its output is the page
