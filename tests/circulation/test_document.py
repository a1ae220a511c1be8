"""The tables of docs/models/circulation.md are what the model gives today."""

import re

import pytest

from karani.circulation.agreement.score import Agreement
from tests.circulation.test_authorities import agreements
from tests.house.project import ROOT

DOCUMENT = (ROOT / "docs" / "models" / "circulation.md").read_text("utf-8")
A_TENTH = 0.1
COLUMNS = 8


@pytest.mark.parametrize("name", ["fit", "check"])
def test_the_document_has_the_table(name: str) -> None:
    assert re.search(rf"<!-- {name} -->\n\| quantity .*rows inside.*<!-- /{name} -->", DOCUMENT, re.DOTALL)


def test_every_row_stands_in_the_document_with_its_value_and_its_miss() -> None:
    assert "<!-- both ways -->\n| which rows " in DOCUMENT
    for agreement in agreements().values():
        line = line_of(agreement)
        assert ("out**" in line) is not agreement.inside, agreement.row.what
        shown = float(line.split("|")[5])
        assert shown == pytest.approx(agreement.ours, abs=A_TENTH * agreement.row.tolerance, rel=0.01)


def line_of(agreement: Agreement) -> str:
    start = f"| {agreement.row.what} ({agreement.row.unit}) |"
    lines = [
        line for line in DOCUMENT.splitlines() if line.startswith(start) and line.count("|") == COLUMNS + 1
    ]
    assert len(lines) == 1, agreement.row.what
    return lines[0]
