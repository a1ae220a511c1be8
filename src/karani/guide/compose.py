"""From a pose to its guide."""

from collections.abc import Iterable

from karani.guide.cautions import describe_cautions
from karani.guide.guide import AddedWork, Guide, GuideBenefit, GuideBreath, GuideMuscles, Named, Source
from karani.guide.hold import describe_hold
from karani.guide.markdown import markdown_to_html
from karani.guide.refs import describe_prop, list_variations, refer_to, refer_to_all, stands_at_wall
from karani.guide.sources import best_known_first, list_sources, list_studied
from karani.guide.steps import number_steps
from karani.library import Library
from karani.library.pose import Pose

GUIDE_ONLY = "Explained here, never part of a plan: it is learned with a teacher in the room."
EXPECTED = "What teachers expect of this pose; not computed, and not measured."
STUDIED = "Of this very pose little was studied; all else comes from its parts and its neighbors."
NOT_STUDIED = "No study of this very pose was found. What is known comes from its parts and its neighbors."
NOTHING_EXPECTED = "Nothing is expected to work or to stretch here; not computed, and not measured."


def compose(pose: Pose, library: Library) -> Guide:
    """The guide of a pose or form, every word ready to be shown."""
    steps = number_steps(pose.steps, library)
    sources = list_sources(pose, library)
    studied = list_studied(pose, sources)
    return Guide(
        slug=pose.slug,
        form_of=refer_to(library.pose(pose.form_of)) if pose.form_of else None,
        name=pose.name,
        sanskrit_name=pose.sanskrit_name,
        devanagari=pose.devanagari,
        pronunciation=pose.pronunciation,
        alternate_names=pose.alternate_names,
        summary=pose.summary,
        helps=pose.helps,
        glyph=pose.glyph,
        wall=stands_at_wall(pose),
        guide_only=pose.guide_only,
        guide_only_sentence=GUIDE_ONLY if pose.guide_only else "",
        needs=tuple(Named(slug, library.needs[slug].name) for slug in pose.needs),
        meaning=pose.meaning,
        types=words("type", pose.types, library),
        position=library.words["position"][pose.position],
        level=library.words["level"][pose.level],
        targets=words("target", pose.targets, library),
        hold=describe_hold(pose.hold),
        sides=pose.sides,
        breath=describe_breath(pose, library),
        props=tuple(describe_prop(use, library) for use in pose.props),
        text_html=markdown_to_html(pose.guide_text),
        studied=studied,
        studied_sentence=STUDIED if studied else NOT_STUDIED,
        gaps=list_gaps(pose, library),
        benefits=describe_benefits(pose, sources, library),
        steps_in=steps.enter,
        stay=steps.stay,
        steps_out=steps.exit,
        way_out=tuple(line.cue for line in pose.steps.way_out) if pose.steps else (),
        way_out_leads_to=pose.steps.way_out_leads_to if pose.steps else "",
        tips=pose.tips,
        mistakes=pose.mistakes,
        cautions=describe_cautions(pose, library),
        variations=list_variations(pose, library),
        easier=refer_to_all(pose.easier, library),
        preparatory=refer_to_all(pose.preparatory_poses, library),
        counter=refer_to_all(pose.counter_poses, library),
        muscles=describe_muscles(pose, library),
        collections=list_collections(pose, library),
        sources=sources,
        credits=pose.credits,
    )


def words(kind: str, slugs: Iterable[str], library: Library) -> tuple[str, ...]:
    return tuple(library.words[kind][slug] for slug in slugs)


def describe_breath(pose: Pose, library: Library) -> GuideBreath:
    breathing = library.breathings[pose.breath]
    return GuideBreath(breathing.name, breathing.sentence)


def list_gaps(pose: Pose, library: Library) -> tuple[str, ...]:
    """What no study has shown, each once: it is said before any benefit."""
    gaps = (library.claims[benefit.claim].gap for benefit in pose.benefits)
    return tuple(dict.fromkeys(gap for gap in gaps if gap))


def describe_benefits(pose: Pose, sources: tuple[Source, ...], library: Library) -> tuple[GuideBenefit, ...]:
    """The best known first."""
    numbers = {source.slug: source.number for source in sources}
    return tuple(
        GuideBenefit(
            claim=claim.slug,
            name=claim.claim,
            text=benefit.text,
            grade=claim.grade,
            grade_name=library.words["grade"][claim.grade],
            sentence=claim.sentence,
            gap=claim.gap,
            support=tuple(numbers[slug] for slug in claim.support),
            against=tuple(numbers[slug] for slug in claim.against),
        )
        for benefit in best_known_first(pose, library)
        for claim in [library.claims[benefit.claim]]
    )


def list_collections(pose: Pose, library: Library) -> tuple[Named, ...]:
    """The collections that the pose belongs to."""
    holding = (found for found in library.collections.values() if found.holds(pose.slug))
    return tuple(Named(found.slug, found.name) for found in holding)


def describe_muscles(pose: Pose, library: Library) -> GuideMuscles:
    stretches = tuple(Named(slug, library.muscles[slug].name) for slug in pose.stretches)
    works = tuple(Named(slug, library.muscles[slug].name) for slug in pose.works)
    sentence = EXPECTED if stretches or works else NOTHING_EXPECTED
    return GuideMuscles(stretches, works, sentence, list_added_work(pose, library))


def list_added_work(pose: Pose, library: Library) -> tuple[AddedWork, ...]:
    """The cues of the way in and of the hold that call on muscles, each once."""
    if pose.steps is None:
        return ()
    added = {step.cue: step.adds for step in pose.steps.enter}
    added |= {line.cue: line.adds for line in (*pose.steps.settle, *pose.steps.quiet)}
    return tuple(
        AddedWork(cue, tuple(Named(slug, library.muscle_groups[slug].name) for slug in slugs))
        for cue, slugs in added.items()
        if slugs
    )
