"""The named people of the tests, as what they would tell Karani."""

from dataclasses import replace
from typing import Any

from karani.practice import Request

EVERY_PROP = frozenset(("wall", "blanket", "block", "bolster", "chair", "eye-pillow", "pillow", "strap"))

ASHA = Request(need="stress", minutes=20, props=EVERY_PROP)
"""Healthy, with everything at hand."""
BEN = Request(
    need="stress",
    minutes=20,
    props=frozenset(("wall", "chair", "blanket")),
    conditions=frozenset(("low-back-pain",)),
)
"""Stiff hamstrings and a sore low back."""
CHANDRA = Request(
    need="stress", minutes=20, props=EVERY_PROP, conditions=frozenset(("hypertension-uncontrolled",))
)
"""High blood pressure, not yet under control."""
DEV = Request(need="stress", minutes=20)
"""A desk worker without any prop."""


def asha(**changes: Any) -> Request:
    return replace(ASHA, **changes)


def ben(**changes: Any) -> Request:
    return replace(BEN, **changes)


def chandra(**changes: Any) -> Request:
    return replace(CHANDRA, **changes)


def dev(**changes: Any) -> Request:
    return replace(DEV, **changes)
