"""Handouts from the pages."""

import io

from pypdf import PdfReader

from tests.web.browser import Browser


def test_the_button_of_a_guide_gives_a_pdf_with_its_figures(asha: Browser) -> None:
    assert 'href="/poses/balasana/handout.pdf"' in asha.get("/poses/balasana").text
    answer = asha.get("/poses/balasana/handout.pdf?paper=letter")
    assert answer.headers["content-type"] == "application/pdf"
    pdf = PdfReader(io.BytesIO(answer.content))
    assert round(pdf.pages[0].mediabox.width) == 612
    assert "Child's Pose" in pdf.pages[0].extract_text().replace("’", "'")


def test_a_plan_can_be_taken_on_paper(asha: Browser) -> None:
    practice = asha.plan("low-back", 10)
    assert f'href="/practices/{practice}/handout.pdf"' in asha.get(f"/practices/{practice}").text
    answer = asha.get(f"/practices/{practice}/handout.pdf")
    text = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "Ten minutes for a sore low back" in " ".join(text.split())


def test_what_is_not_there_is_said_in_one_sentence(asha: Browser) -> None:
    assert asha.get("/poses/lotus/handout.pdf").status_code == 404
    refused = asha.get("/poses/balasana/handout.pdf?paper=a3")
    assert refused.status_code == 422
    assert "a4 and letter are" in refused.text
