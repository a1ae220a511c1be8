"""A guide as text for a terminal; its sections in the order of the page."""

from collections.abc import Iterable, Iterator

from karani.cli.output import hanging, wrapped
from karani.guide import Guide
from karani.guide.guide import GuideBenefit, GuideCaution, GuideProp, GuideStep, PoseRef, Source

INDENT = "  "
NOT_ADVICE = "This informs; it does not replace medical advice."


def guide_text(guide: Guide, prose: str) -> str:
    """`prose` is the pose's own text, in Markdown as it was written."""
    parts = ["\n".join(head(guide)), *paragraphs(prose)]
    parts += [f"{title}\n{body}" for title, lines in sections(guide) if (body := "\n".join(lines))]
    return "\n\n".join(parts)


def head(guide: Guide) -> Iterator[str]:
    yield " · ".join(name for name in (guide.name, guide.sanskrit_name, guide.devanagari) if name)
    yield wrapped(guide.summary)
    for sentence in (guide.helps, guide.guide_only_sentence):
        if sentence:
            yield wrapped(sentence)


def paragraphs(prose: str) -> list[str]:
    return [
        wrapped(" ".join(part.split()).lstrip("# ")) for part in prose.strip().split("\n\n") if part.strip()
    ]


def sections(guide: Guide) -> Iterator[tuple[str, Iterator[str]]]:
    yield "Basics", basics(guide)
    yield "What it may do for you", benefits(guide)
    yield "In", steps(guide.steps_in)
    yield "Stay", steps(guide.stay)
    yield "Out", steps(guide.steps_out)
    yield "The short way out, at any second", way_out(guide)
    yield "Tips", items(guide.tips)
    yield "What often goes wrong", items(guide.mistakes)
    yield "Cautions", cautions(guide.cautions)
    yield "Variations", (reference(form.ref, form.helps) for form in guide.variations)
    yield "Easier", (reference(ref) for ref in guide.easier)
    yield "Before", (reference(ref) for ref in guide.preparatory)
    yield "After", (reference(ref) for ref in guide.counter)
    yield "In the body", body(guide)
    yield "Belongs to", items(collection.name for collection in guide.collections)
    yield "Sources", (source_line(source) for source in guide.sources)
    yield "Credits", items(guide.credits)


def basics(guide: Guide) -> Iterator[str]:
    facts = {
        "Say it": guide.pronunciation,
        "Means": "; ".join(f"{word.word}: {word.means}" for word in guide.meaning),
        "Also": ", ".join(guide.alternate_names),
        "Type": ", ".join((*guide.types, guide.position)),
        "Level": guide.level,
        "Meets": ", ".join(need.name for need in guide.needs),
        "Targets": ", ".join(guide.targets),
        "Hold": guide.hold.sentence,
        "Breath": guide.breath.sentence or guide.breath.name,
        "Props": "; ".join(prop_name(prop) for prop in guide.props) or "none",
    }
    for name, said in facts.items():
        if said:
            yield hanging(f"{INDENT}{name:<9}", said)


def prop_name(prop: GuideProp) -> str:
    count = f"{prop.count} × " if prop.count > 1 else ""
    household = f" (or {', '.join(prop.household)})" if prop.household else ""
    return f"{count}{prop.name}{', if you like' if prop.optional else ''}{household}"


def benefits(guide: Guide) -> Iterator[str]:
    yield wrapped(guide.studied_sentence, INDENT)
    for study in guide.studied:
        yield hanging(f"{INDENT}- ", f"{study.finding} (Source {study.number})")
    for benefit in guide.benefits:
        said = (f"{benefit.name}.", benefit.text, benefit.gap, studies(benefit))
        yield hanging(f"{INDENT}{benefit.grade_name}: ", " ".join(filter(None, said)))


def studies(benefit: GuideBenefit) -> str:
    named = (("For", benefit.support), ("Against", benefit.against))
    said = [f"{side}: {', '.join(map(str, numbers))}." for side, numbers in named if numbers]
    return " ".join(said) or "No study was found."


def steps(numbered: Iterable[GuideStep]) -> Iterator[str]:
    return (hanging(f"{step.number:>4}. ", step.cue) for step in numbered)


def way_out(guide: Guide) -> Iterator[str]:
    if guide.way_out:
        yield wrapped(" ".join((*guide.way_out, guide.way_out_leads_to)), INDENT)


def items(sentences: Iterable[str]) -> Iterator[str]:
    return (hanging(f"{INDENT}- ", sentence) for sentence in sentences)


def cautions(found: Iterable[GuideCaution]) -> Iterator[str]:
    for caution in found:
        instead = f" Instead: {caution.instead.name}." if caution.instead else ""
        why = f"{caution.why}{instead} ({caution.basis_name})"
        yield hanging(f"{INDENT}{caution.action_name}: ", f"{caution.condition_name}. {why}")
    if found:
        yield wrapped(NOT_ADVICE, INDENT)


def reference(ref: PoseRef, said: str = "") -> str:
    return hanging(f"{INDENT}{ref.name} ({ref.slug}): ", said or ref.summary)


def body(guide: Guide) -> Iterator[str]:
    muscles = (("Stretches", guide.muscles.stretches), ("Works", guide.muscles.works))
    for does, named in muscles:
        if named:
            yield hanging(f"{INDENT}{does:<11}", ", ".join(muscle.name for muscle in named))
    yield wrapped(guide.muscles.sentence, INDENT)
    for added in guide.muscles.added:
        names = ", ".join(name.name for name in added.groups)
        yield wrapped(f'"{added.cue}" adds work: {names}.', INDENT)


def source_line(source: Source) -> str:
    partly = " Read only in part." if source.partial else ""
    return hanging(f"{source.number:>4}. ", f"{source.citation} {source.identifier}{partly}".strip())
