"""How a practice shares its minutes: which poses join the main one, in which order of worth, and their usual holds.

The rows are the time budgets of the project's research notes on session design (after public restorative sequences);
holds are seconds a side and only set proportions, since every hold is fitted to the minutes asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from karani.library.pose import Hold

SHORT_FORM_S = 300.0
"""A marked short form: five minutes where ten are the custom."""
SHORTEST_SHARE, SHORTEST_S = 0.5, 60.0
"""Where not even that fits: half of the least hold, and a minute."""
FIRST_TIME_MOST_S = 420.0
"""Raised legs, the first time: five minutes, and two or three more each session."""
SECOND_RAISED_MOST_S = 300.0
"""At most one pose with raised legs lasts longer than five minutes."""
WORTH_SHARE = 0.6
"""A neighbor joins only if it can be held for this share of its usual time,"""
MAIN_WORTH_SHARE = 0.8
"""and leaves the main pose this share of its own."""


@dataclass(frozen=True, slots=True)
class Budget:
    """For practices of so many minutes and more: usual seconds a role, and what joins the main pose, first things first."""

    from_minutes: int
    hold_s: Mapping[str, float]
    joins: tuple[str, ...]


BUDGETS = (
    Budget(60, {"prepare": 90, "support": 300, "main": 900, "rest": 900, "return": 120, "arrive": 120},
           ("rest", "support", "prepare", "return", "support", "prepare", "arrive", "support")),
    Budget(45, {"prepare": 90, "support": 360, "main": 900, "rest": 600, "return": 90, "arrive": 120},
           ("rest", "support", "prepare", "return", "prepare", "support", "arrive")),
    Budget(30, {"prepare": 120, "support": 240, "main": 720, "rest": 360, "return": 90, "arrive": 120},
           ("rest", "support", "prepare", "return", "arrive")),
    Budget(20, {"prepare": 75, "support": 240, "main": 600, "rest": 120, "return": 90, "arrive": 120},
           ("support", "prepare", "return", "arrive", "rest")),
    Budget(15, {"prepare": 75, "support": 120, "main": 600, "rest": 120, "return": 60, "arrive": 60},
           ("prepare", "return")),
    Budget(0, {"prepare": 60, "support": 120, "main": 420, "rest": 120, "return": 60, "arrive": 60}, ()),
)  # fmt: skip
FILLS = ("rest", "support", "prepare", "arrive", "return")
"""What is taken where the poses so far cannot fill the minutes,"""
LONG_REST_S = 300.0
"""and at last any pose that one usually rests in for so long."""


def budget_for(minutes: int) -> Budget:
    return next(budget for budget in BUDGETS if minutes >= budget.from_minutes)


def joins_before_sleep(budget: Budget) -> tuple[str, ...]:
    """Where nothing calls back, lying down comes first and sitting up again is left out."""
    joins = [role for role in budget.joins if role not in ("return", "rest")]
    return ("rest", *joins) if budget.joins else ()


def short_form_s(hold: Hold) -> float:
    return min(hold.least_s, SHORT_FORM_S)


def shortest_form_s(hold: Hold) -> float:
    return min(hold.least_s, max(SHORTEST_SHARE * hold.least_s, SHORTEST_S))
