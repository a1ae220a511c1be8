"""`plan`: from a need, minutes, props and conditions to a practice.

The main pose alone is a valid practice. Where the minutes allow, others join it in the order of their worth
(budgets.py) as long as the order holds (order.py); then every hold is fitted so that the minutes are met exactly.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from karani.errors import RequestError
from karani.library.library import Library
from karani.library.pose import Hold
from karani.practice.assembling import assemble
from karani.practice.budgets import short_form_s, shortest_form_s
from karani.practice.choosing import Choice, list_mains
from karani.practice.holds import Span, fit_holds
from karani.practice.layout import lay_out
from karani.practice.neighbors import fill, join_neighbors, spans_of
from karani.practice.practice import Practice, Request
from karani.practice.refusing import refuse
from karani.practice.situation import Situation, check_request


def plan(request: Request, library: Library) -> Practice:
    """Raises RequestError, in one sentence that names what would help, where nothing fits."""
    situation = check_request(request, library)
    mains = list_mains(situation)
    for shortest_s in (short_form_s, shortest_form_s):
        for main in mains:
            practice = plan_around(main, situation, shortest_s)
            if practice is not None:
                return practice
    raise RequestError(refuse(mains, situation))


def plan_around(main: Choice, situation: Situation, shortest_s: Callable[[Hold], float]) -> Practice | None:
    chosen = fill(join_neighbors([main], situation), situation)
    layout = lay_out(chosen, situation)
    spans = spans_of(chosen, situation)
    available_s = situation.seconds - layout.fixed_s
    tries = (spans, let_main_grow(spans, chosen), let_main_be_short(spans, chosen, shortest_s))
    for tried in tries:
        holds = fit_holds(tried, available_s)
        if holds is not None:
            return assemble(layout, holds, situation)
    return None


def let_main_grow(spans: Sequence[Span], chosen: Sequence[Choice]) -> list[Span]:
    """A first-timer's main pose lasts longer than it should only where nothing else can fill the minutes."""
    return [
        replace(span, most_s=choice.pose.hold.most_s) if choice.role == "main" else span
        for span, choice in zip(spans, chosen, strict=True)
    ]


def let_main_be_short(
    spans: Sequence[Span], chosen: Sequence[Choice], shortest_s: Callable[[Hold], float]
) -> Sequence[Span]:
    """Alone, the main pose may have its short form; beside others it keeps its least hold."""
    if len(chosen) > 1:
        return spans
    return [replace(spans[0], least_s=min(spans[0].least_s, shortest_s(chosen[0].pose.hold)))]
