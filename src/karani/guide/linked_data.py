"""A guide as schema.org says it, to be put into its page and read by other programs.

HowTo for the steps, ExercisePlan for hold and kind, Muscle and MedicalContraindication for what it speaks of; the properties
are those that schema.org lists for these types. https://schema.org/HowTo, /ExercisePlan, /Muscle, /MedicalContraindication
"""

from typing import Any

from karani.guide.guide import Guide, GuideMuscles, GuideProp
from karani.library import Library

CONTENT_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
CLOSED = frozenset(("avoid", "modify"))


def linked_data(guide: Guide, library: Library, address: str = "") -> dict[str, Any]:
    """`address` is that of the site, without a slash at its end; without one the names are relative."""
    url = f"{address}/poses/{guide.slug}"
    return {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "@id": url,
        "url": url,
        "name": guide.name,
        "alternateName": [name for name in (guide.sanskrit_name, guide.devanagari, *guide.alternate_names) if name],
        "description": guide.summary,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": CONTENT_LICENSE,
        "author": {"@type": "Organization", "name": "Karani"},
        "totalTime": duration(guide.hold.usual_s * guide.sides + seconds_around(guide)),
        "tool": [describe_tool(prop) for prop in guide.props],
        "step": [
            {"@type": "HowToStep", "position": step.number, "text": step.cue}
            for step in (*guide.steps_in, *guide.stay, *guide.steps_out)
        ],
        "about": describe_exercise(guide),
        "mentions": [*list_muscles(guide.muscles, library), *list_contraindications(guide)],
    }  # fmt: skip


def describe_tool(prop: GuideProp) -> dict[str, Any]:
    return {"@type": "HowToTool", "name": prop.name, "requiredQuantity": prop.count}


def describe_exercise(guide: Guide) -> dict[str, Any]:
    return {
        "@type": "ExercisePlan",
        "name": guide.name,
        "exerciseType": ", ".join(guide.types),
        "activityDuration": duration(guide.hold.usual_s),
        "repetitions": guide.sides,
    }


def list_muscles(muscles: GuideMuscles, library: Library) -> list[dict[str, Any]]:
    found = {muscle.slug: "stretched" for muscle in muscles.stretches}
    found |= {muscle.slug: "working" for muscle in muscles.works}
    return [describe_muscle(slug, action, library) for slug, action in found.items()]


def describe_muscle(slug: str, action: str, library: Library) -> dict[str, Any]:
    muscle = library.muscles[slug]
    identifier = {"identifier": muscle.fma} if muscle.fma else {}
    return {
        "@type": "Muscle",
        "name": muscle.name,
        "alternateName": muscle.latin,
        "muscleAction": action,
    } | identifier


def list_contraindications(guide: Guide) -> list[dict[str, Any]]:
    return [
        {"@type": "MedicalContraindication", "name": caution.condition_name}
        for caution in guide.cautions
        if caution.action in CLOSED
    ]


def seconds_around(guide: Guide) -> float:
    return sum(step.seconds for step in (*guide.steps_in, *guide.steps_out))


def duration(seconds: float) -> str:
    """ISO 8601: 900 as PT15M."""
    minutes, rest = divmod(round(seconds), 60)
    return "PT" + (f"{minutes}M" if minutes else "") + (f"{rest}S" if rest or not minutes else "")
