"""What the handout of a pose says: the guide, shortened to what is wanted beside the mat."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from karani.guide import Guide
from karani.guide.guide import GuideBenefit, GuideCaution, GuideProp
from karani.handout.address_code import draw_code
from karani.handout.breath_curve import draw_breath, say_breath
from karani.handout.picture import Picture
from karani.library import Library

MOST_PICTURES = 5


def describe_guide(
    guide: Guide, pictures: Sequence[Picture], library: Library, address: str = ""
) -> dict[str, Any]:
    """Plain data for the template `guide`; `address` is where the guide can be read, if anywhere."""
    breathing = library.breathings[library.pose(guide.slug).breath]
    return {
        "name": guide.name,
        "sanskrit_name": guide.sanskrit_name,
        "devanagari": guide.devanagari,
        "pronunciation": guide.pronunciation,
        "meaning": [{"word": word.word, "means": word.means} for word in guide.meaning],
        "summary": guide.summary,
        "guide_only": guide.guide_only_sentence,
        "hold": guide.hold.sentence + (", each side" if guide.sides > 1 else ""),
        "props": [name_prop(prop) for prop in guide.props],
        "household": [say_household(prop) for prop in guide.props if prop.household],
        "pictures": [picture.as_dict() for picture in choose_pictures(pictures, guide.name)],
        "steps_in": [step.cue for step in guide.steps_in],
        "steps_out": [step.cue for step in guide.steps_out],
        "way_out": " ".join((*guide.way_out, guide.way_out_leads_to)).strip(),
        "breath": {
            "sentence": guide.breath.sentence or guide.breath.name,
            "counts": say_breath(breathing),
            "curve": draw_breath(breathing),
        },
        "known": list_known(guide.benefits),
        "studied": guide.studied_sentence if not guide.studied else "",
        "cautions": list_cautions(guide.cautions),
        "forms": [
            {"name": form.ref.name, "helps": form.helps or form.ref.summary} for form in guide.variations
        ],
        "tips": list(guide.tips),
        "address": address,
        "code": draw_code(address),
    }


def choose_pictures(pictures: Sequence[Picture], name: str) -> list[Picture]:
    """The pose itself, and stills before and after it, as many as fit into a row."""
    held = next((at for at, picture in enumerate(pictures) if picture.caption == name), 0)
    over = max(0, len(pictures) - MOST_PICTURES)
    before = max(0, held - max(1, MOST_PICTURES // 2))
    start = min(before, over)
    return list(pictures[start : start + MOST_PICTURES])


def name_prop(prop: GuideProp) -> str:
    count = f"{prop.count} × " if prop.count > 1 else ""
    return f"{count}{prop.name}{' if you like' if prop.optional else ''}"


def say_household(prop: GuideProp) -> str:
    return f"{prop.name}: {' or '.join(prop.household[:2])}"


def list_known(benefits: Sequence[GuideBenefit]) -> list[dict[str, Any]]:
    """Claims gathered by grade, what is known best first."""
    grades = dict.fromkeys((benefit.grade, benefit.grade_name) for benefit in benefits)
    return [
        {
            "grade": grade,
            "name": name,
            "claims": [benefit.name for benefit in benefits if benefit.grade == grade],
        }
        for grade, name in grades
    ]


def list_cautions(cautions: Sequence[GuideCaution]) -> list[dict[str, Any]]:
    """By action, the strictest first; what takes the pose's place is said once for all that share it."""
    return [
        {"action": action, "name": name, "groups": gather_instead(list(met))}
        for (action, name), met in groupby(
            cautions, key=lambda caution: (caution.action, caution.action_name)
        )
    ]


def gather_instead(cautions: Sequence[GuideCaution]) -> list[dict[str, str]]:
    instead = dict.fromkeys(caution.instead.name if caution.instead else "" for caution in cautions)
    return [
        {
            "conditions": ", ".join(
                caution.condition_name
                for caution in cautions
                if (caution.instead.name if caution.instead else "") == name
            ),
            "instead": name,
        }
        for name in instead
    ]
