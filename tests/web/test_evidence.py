"""The page of all claims."""

from karani.library import Library
from tests.web.browser import Browser


def test_every_claim_and_every_cited_study_is_on_the_page(asha: Browser, library: Library) -> None:
    page = asha.get("/evidence").text
    for claim in library.claims.values():
        assert f'id="{claim.slug.lower()}"' in page
    cited = {slug for claim in library.claims.values() for slug in (*claim.support, *claim.against)}
    assert page.count('<li id="source-') == len(cited)


def test_a_guide_leads_to_it_and_says_what_was_studied(asha: Browser) -> None:
    page = asha.get("/poses/viparita-karani").text
    assert 'href="/evidence"' in page
    assert "Of this very pose little was studied" in page
    assert "No study of this very pose was found." in asha.get("/poses/apanasana").text
