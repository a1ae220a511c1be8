"""Searching a practice: the first main pose around which one fits the minutes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from karani.library.pose import Hold
from karani.practice.assembling import assemble
from karani.practice.budgets import short_form_s, shortest_form_s
from karani.practice.choosing import Choice
from karani.practice.holds import Span, fit_holds
from karani.practice.layout import lay_out
from karani.practice.neighbors import fill, join_neighbors, let_main_grow, spans_of
from karani.practice.practice import Practice
from karani.practice.situation import Situation


def find_practice(mains: Sequence[Choice], situation: Situation) -> Practice | None:
    """A pose further down the list goes before one that could only be held very briefly."""
    for shortest_s in (short_form_s, shortest_form_s):
        for main in mains:
            practice = plan_around(main, situation, shortest_s)
            if practice is not None:
                return practice
    return None


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


def let_main_be_short(
    spans: Sequence[Span], chosen: Sequence[Choice], shortest_s: Callable[[Hold], float]
) -> Sequence[Span]:
    """Alone, the main pose may have its short form; beside others it keeps its least hold."""
    if len(chosen) > 1:
        return spans
    return [replace(spans[0], least_s=min(spans[0].least_s, shortest_s(chosen[0].pose.hold)))]
