"""On paper a figure has plain colors: what prints knows no variables."""

import re

import pytest

from karani.figure.on_paper import paper_style
from karani.figure.options import CLOTHES, TONES, Look

COLOR = re.compile(r"(?:fill|stroke):([^;}]+)")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("clothes", CLOTHES)
def test_every_color_is_written_out(tone: str, clothes: str) -> None:
    style = paper_style(Look(tone, clothes))
    assert "var(" not in style
    assert "light-dark(" not in style
    assert all(re.fullmatch(r"#[0-9a-f]{6}|none", color.strip()) for color in COLOR.findall(style))


def test_the_colors_of_print_win_over_those_of_day() -> None:
    assert ".k-floor{fill:#f0ece6}" in paper_style(Look())


def test_looks_differ() -> None:
    assert paper_style(Look("deep", "sage")) != paper_style(Look("light", "coral"))
