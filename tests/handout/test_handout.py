"""A handout is one or two sheets that print, copy and can be read aloud."""

import io
import os
import re
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from karani.guide import compose
from karani.handout import PAPERS, Picture, describe_guide, describe_practice, picture_of_glyph, print_handout
from karani.handout.breath_curve import draw_breath
from karani.handout.guide_content import MOST_PICTURES, choose_pictures
from karani.handout.paper import HandoutError
from karani.library import Library, read_library
from karani.practice import Request, plan
from karani.practice.own_body import OwnBody, Rest
from tests.people import asha

LIBRARY = read_library()
TEN = (
    "viparita-karani", "viparita-karani-chair", "setu-bandha-sarvangasana", "salamba-sirsasana", "savasana-inclined",
    "uttanasana", "side-rest", "supta-baddha-konasana-supported", "constructive-rest", "marjaryasana",
)  # fmt: skip


@pytest.fixture
def library() -> Library:
    return LIBRARY


def handout(slug: str, address: str = "", paper: str = "a4") -> PdfReader:
    guide = compose(LIBRARY.pose(slug), LIBRARY)
    pictures = [picture_of_glyph(guide.glyph, guide.name)]
    return PdfReader(
        io.BytesIO(print_handout("guide", describe_guide(guide, pictures, LIBRARY, address), paper))
    )


def root_of(pdf: PdfReader) -> Any:
    return pdf.trailer["/Root"]


def text_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.parametrize("slug", TEN)
def test_a_handout_fits_on_two_sheets_and_holds_what_is_needed_beside_the_mat(slug: str) -> None:
    guide, pdf = compose(LIBRARY.pose(slug), LIBRARY), handout(slug)
    text = text_of(pdf)
    assert len(pdf.pages) <= 2
    for step in (*guide.steps_in, *guide.steps_out):
        assert step.cue in text
    for caution in guide.cautions:
        assert caution.condition_name in text
    for form in guide.variations:
        assert form.ref.name in text
    assert guide.hold.sentence in text


def test_it_is_tagged_titled_and_in_a_language() -> None:
    """Typst itself refuses to print what breaks PDF/UA-1; these are its traces."""
    pdf = handout("viparita-karani")
    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Legs Up the Wall"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert "/StructTreeRoot" in root


def list_structure(node: object) -> list[tuple[str, str]]:
    """Kind and alternative text of every element of the structure."""
    resolved = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(resolved, list):
        return [entry for child in resolved for entry in list_structure(child)]
    if not isinstance(resolved, dict):
        return []
    here = [(str(resolved["/S"]), str(resolved.get("/Alt", "")))] if "/S" in resolved else []
    return here + list_structure(resolved.get("/K", []))


def test_its_headings_lists_and_pictures_are_told_to_a_screen_reader() -> None:
    structure = list_structure(root_of(handout("viparita-karani"))["/StructTreeRoot"])
    kinds = [kind for kind, _ in structure]
    assert {"/H1", "/H2", "/L", "/LI", "/Figure"} <= set(kinds)
    assert [alt for kind, alt in structure if kind == "/Figure"] == ["Drawing of Legs Up the Wall."]


def test_devanagari_is_shaped_and_can_be_read_back() -> None:
    if not fonts_are_built():
        assert not os.environ.get("CI"), "the typefaces of handouts come with the build, and are not there"
        pytest.skip("the typefaces of handouts are not unpacked: build once")
    pdf = handout("setu-bandha-sarvangasana")
    resources: Any = pdf.pages[0]["/Resources"]
    fonts = {str(font["/BaseFont"]) for font in resources["/Font"].values()}
    assert any("karani-deva" in font for font in fonts)
    assert "karani-text" in " ".join(fonts)


def fonts_are_built() -> bool:
    from karani.handout.faces import FOLDER

    return FOLDER.is_dir()


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_paper_is_a4_or_letter(paper: str, size: tuple[int, int]) -> None:
    box = handout("uttanasana", paper=paper).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_another_paper_is_refused_in_one_sentence() -> None:
    with pytest.raises(HandoutError, match="'a3' is not a paper size; a4 and us-letter are"):
        print_handout("guide", {}, "a3")
    assert PAPERS == ("a4", "us-letter")


def test_the_square_code_stands_there_only_with_an_address(library: Library) -> None:
    address = "https://karani.example/poses/savasana"
    pictures = [Picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>", "a", "b")]
    guide = compose(library.pose("savasana"), library)
    assert describe_guide(guide, pictures, library)["code"] == ""
    assert describe_guide(guide, pictures, library, address)["code"].startswith("<svg")
    told = [alt for _, alt in list_structure(root_of(handout("savasana", address))["/StructTreeRoot"])]
    assert f"Square code of {address}" in told
    assert address in text_of(handout("savasana", address))


def test_text_is_never_read_as_markup(library: Library) -> None:
    guide = replace(compose(library.pose("savasana"), library), tips=("#panic() *a* $x$ <b> @c",))
    content = describe_guide(guide, [picture_of_glyph(guide.glyph, guide.name)], library)
    assert "#panic() *a* $x$ <b> @c" in text_of(PdfReader(io.BytesIO(print_handout("guide", content))))


def test_a_practice_is_printed_with_its_times_and_ways_out(library: Library) -> None:
    practice = plan(Request("stress", 20, frozenset({"wall", "blanket"})), library)
    pictures = {
        segment.slug: picture_of_glyph(library.pose(segment.slug).glyph, library.pose(segment.slug).name)
        for segment in practice.segments
    }
    pdf = PdfReader(io.BytesIO(print_handout("practice", describe_practice(practice, pictures, library))))
    text = text_of(pdf)
    assert len(pdf.pages) <= 2
    assert practice.title in text
    for segment in practice.segments:
        assert library.pose(segment.slug).name in text
        assert re.search(r"Short way out:", text)
    assert "20:00" in text


def test_a_natural_breath_has_no_curve(library: Library) -> None:
    assert draw_breath(library.breathings["natural"]) == ""
    curve = draw_breath(library.breathings["four-eight"])
    assert curve.count("C") == 10


def test_the_pose_itself_is_always_among_the_pictures() -> None:
    for count in range(1, 12):
        for held in range(count):
            row = [Picture("", "pose" if at == held else str(at), "") for at in range(count)]
            chosen = choose_pictures(row, "pose")
            assert len(chosen) == min(count, MOST_PICTURES)
            assert "pose" in [picture.caption for picture in chosen]


def test_a_practice_on_paper_says_the_persons_own_distance(library: Library) -> None:
    practice = plan(asha(need="this-pose", pose="viparita-karani"), library)
    own = replace(practice, body=OwnBody((Rest("viparita-karani", 24, 18, 60),)))
    pictures = {
        segment.slug: picture_of_glyph(library.pose(segment.slug).glyph, "") for segment in own.segments
    }
    described = describe_practice(own, pictures, library)["segments"]
    (segment,) = [each for each in described if each["name"] == "Legs Up the Wall"]
    assert any("For your body, rest about a forearm from the wall." in cue for cue in segment["steps_in"])
    assert (
        "For your body: about a forearm from the wall, 24 cm; restful between 18 and 60 cm."
        in segment["notes"]
    )
