"""The guide of a pose: its page as data, and as JSON."""

from dataclasses import asdict
from typing import Any

from karani.guide.compose import compose
from karani.guide.evidence import Evidence, compose_evidence
from karani.guide.guide import Guide, GuideBenefit, GuideCaution, GuideStep, PoseRef, Source
from karani.guide.linked_data import linked_data
from karani.guide.sources import number_sources

__all__ = [
    "Evidence",
    "Guide",
    "GuideBenefit",
    "GuideCaution",
    "GuideStep",
    "PoseRef",
    "Source",
    "compose",
    "compose_evidence",
    "guide_to_dict",
    "linked_data",
    "number_sources",
]


def guide_to_dict(guide: Guide) -> dict[str, Any]:
    """The guide as JSON knows it; keys are the names of the fields."""
    return asdict(guide)
