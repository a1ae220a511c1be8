"""Signs and words belong together: whatever content can name has a sign of its own in the templates."""

import re
from pathlib import Path

from karani.library import read_library
from karani.web.templating import ENVIRONMENT, FOLDER

LIBRARY = read_library()
SIGNS = vars(ENVIRONMENT.get_template("_icons.html").module)


def pages() -> list[Path]:
    return sorted(FOLDER.glob("*.html"))


def test_every_prop_has_its_own_icon() -> None:
    assert set(LIBRARY.props) <= set(SIGNS["shapes"])


def test_every_action_of_a_caution_has_its_own_sign() -> None:
    assert set(LIBRARY.words["action"]) <= set(SIGNS["signs"])


def test_every_grade_of_evidence_has_its_own_moon() -> None:
    assert {claim.grade for claim in LIBRARY.claims.values()} <= set(SIGNS["moons"])


def test_no_two_signs_look_alike() -> None:
    for group in ("shapes", "signs", "moons"):
        drawn = list(SIGNS[group].values())
        assert len(drawn) == len(set(drawn))


def test_no_page_has_a_style_attribute_or_a_script_of_its_own() -> None:
    for page in pages():
        text = page.read_text("utf-8")
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=", text), page.name
        assert not re.search(r'<script(?![^>]*\ssrc=)(?! type="application/ld\+json">)', text), page.name


def test_every_form_that_changes_something_carries_the_token() -> None:
    for page in pages():
        for form in re.findall(r'<form[^>]*method="post".*?</form>', page.read_text("utf-8"), re.DOTALL):
            assert "token_field(token)" in form, f"{page.name}: {form[:80]}"


def test_every_health_question_stands_in_a_group() -> None:
    groups = vars(ENVIRONMENT.get_template("_condition_groups.html").module)["groups"]
    grouped = [slug for _, slugs in groups for slug in slugs]
    assert set(grouped) == set(LIBRARY.conditions)
    assert len(grouped) == len(set(grouped))
