import pytest
from hypothesis import given
from hypothesis import strategies as st

from karani.practice.holds import Span, fit_holds, least_total, most_total

SPANS = st.lists(
    st.builds(
        lambda least, more, most, sides: Span(least, least + more, least + more + most, sides),
        st.floats(1, 600), st.floats(0, 600), st.floats(0, 1200), st.integers(1, 2),
    ),
    min_size=1, max_size=9,
)  # fmt: skip


@given(SPANS, st.floats(0, 1))
def test_holds_fill_the_time_exactly_within_least_and_most(spans: list[Span], share: float) -> None:
    available_s = least_total(spans) + share * (most_total(spans) - least_total(spans))
    holds = fit_holds(spans, available_s)
    assert holds is not None
    total_s = sum(hold * span.sides for hold, span in zip(holds, spans, strict=True))
    assert total_s == pytest.approx(available_s, abs=0.05)
    for hold, span in zip(holds, spans, strict=True):
        assert span.least_s - 0.001 <= hold <= span.most_s + 0.001


@given(SPANS)
def test_too_little_and_too_much_time_fit_nothing(spans: list[Span]) -> None:
    assert fit_holds(spans, least_total(spans) - 1) is None
    assert fit_holds(spans, most_total(spans) + 1) is None


def test_holds_keep_the_proportions_of_their_wishes() -> None:
    assert fit_holds([Span(10, 100, 1000), Span(10, 300, 1000)], 200) == (50, 150)
