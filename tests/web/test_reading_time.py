"""A guide is read in five minutes; what goes deeper is opened on demand, and nothing of it is lost."""

import re

import pytest

from karani.guide import compose
from karani.library import Library
from tests.web.browser import Browser
from tests.web.reading import words_seen

WORDS_A_MINUTE = 230
"""Silent reading of prose by adults, mean 238: Brysbaert, J Mem Lang 109, 2019. doi:10.1016/j.jml.2019.104047"""
MINUTES = 5
BODY_AND_BLOOD = 220
"""Words that these two sections have beside the others."""


def test_every_guide_is_read_in_five_minutes(asha: Browser, library: Library) -> None:
    longer = {}
    for slug in library.poses:
        page = asha.get(f"/poses/{slug}").text
        for section in ("body", "blood"):
            page = re.sub(rf'<section id="{section}".*?</section>', "", page, flags=re.DOTALL)
        words = len(words_seen(page)) + BODY_AND_BLOOD
        if words > MINUTES * WORDS_A_MINUTE:
            longer[slug] = words
    assert not longer


def test_what_is_counted_is_what_is_seen() -> None:
    page = (
        "<nav>Not read through</nav><main>One <p>two</p><details><summary>three</summary>closed <b>too</b></details>"
        '<details open><summary>four</summary>five</details><p hidden>six</p><span class="vh">heard</span>'
        "<svg><text>a picture</text></svg> seven — 8.</main>after"
    )
    assert words_seen(page) == ["One", "two", "three", "four", "five", "seven", "8."]


@pytest.mark.parametrize("slug", ["viparita-karani", "salamba-sirsasana", "balasana"])
def test_what_is_folded_away_is_still_there(asha: Browser, library: Library, slug: str) -> None:
    page, guide = asha.get(f"/poses/{slug}").text, compose(library.pose(slug), library)
    deep = [
        *(benefit.claim and f'id="benefit-{benefit.claim}"' for benefit in guide.benefits),
        *(f'id="caution-{caution.condition}"' for caution in guide.cautions),
        *(f'id="source-{source.number}"' for source in guide.sources),
        *(f'<li value="{step.number}">' for step in guide.stay),
    ]
    assert deep
    assert not [one for one in deep if page.count(one) != 1]


def test_what_somebody_told_of_is_open_and_comes_first(ben: Browser) -> None:
    page = ben.get("/poses/halasana").text
    section = re.search(r'<section id="cautions".*?</section>', page, re.DOTALL)
    assert section
    before, _, _ = section.group(0).partition("<details")
    assert 'id="caution-low-back-pain"' in before
    assert section.group(0).count('id="caution-low-back-pain"') == 1


def test_nothing_is_said_to_be_told_by_who_told_nothing(asha: Browser) -> None:
    assert "You told us of this" not in asha.get("/poses/halasana").text
