"""Everything can be taken away: as JSON, as a table, as a calendar."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from karani.storage import (
    Person,
    PoseNote,
    export_csv,
    export_ical,
    export_json,
    session_from_dict,
)
from tests.storage.sessions import ASHA_CALMED_DOWN, BEN_STOPPED_FOR_HIS_BACK, THURSDAY_EVENING

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BOTH = (ASHA_CALMED_DOWN, BEN_STOPPED_FOR_HIS_BACK)


def test_json_holds_everything_and_can_be_read_back() -> None:
    person = Person(conditions=frozenset({"glaucoma"}), props=frozenset({"chair"}))
    note = PoseNote("viparita-karani", "back", THURSDAY_EVENING)
    content = json.loads(export_json(BOTH, person, [note]))
    assert tuple(session_from_dict(session) for session in content["sessions"]) == BOTH
    assert content["person"]["conditions"] == ["glaucoma"]
    assert content["person"]["props"] == ["chair"]
    assert content["pose_notes"] == [
        {"pose": "viparita-karani", "pain_place": "back", "since": "2026-11-19T20:12:05Z"}
    ]


def test_csv_has_a_line_for_each_session_and_a_name_for_each_column() -> None:
    lines = list(csv.DictReader(io.StringIO(export_csv(BOTH))))
    assert [line["outcome"] for line in lines] == ["finished", "left-early"]
    assert lines[0]["calm_before"] == "3"
    assert lines[0]["body_after"] == ""
    assert lines[0]["poses"] == "viparita-karani 900 s; savasana-supported 300 s"
    assert lines[1]["hurts"] == "viparita-karani: back at 300 s"
    assert lines[0]["note"] == ASHA_CALMED_DOWN.note


def test_a_note_that_a_spreadsheet_would_run_is_kept_as_text() -> None:
    session = replace(ASHA_CALMED_DOWN, note='=HYPERLINK("x")')
    line = next(csv.DictReader(io.StringIO(export_csv([session]))))
    assert line["note"] == '\'=HYPERLINK("x")'


def test_an_empty_journal_is_a_table_with_names_and_a_calendar_without_events() -> None:
    assert len(export_csv([]).splitlines()) == 1
    assert "BEGIN:VEVENT" not in export_ical([], NOW)


def test_the_calendar_is_what_the_standard_asks_for() -> None:
    assert export_ical([ASHA_CALMED_DOWN], NOW).split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Karani//Journal//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:6e8a2f0c-1111-4222-8333-444455556666@karani",
        "DTSTAMP:20261122T093000Z",
        "DTSTART:20261119T201205Z",
        "DTEND:20261119T203205Z",
        "SUMMARY:Twenty minutes to calm down",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "DESCRIPTION:Window open\\, a bit cold\\; blanket next time.",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(note=st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_note_is_folded_into_lines_that_unfold_to_it(note: str) -> None:
    calendar = export_ical([replace(ASHA_CALMED_DOWN, note=note)], NOW)
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    unfolded = calendar.replace("\r\n ", "").split("\r\n")
    described = [line.removeprefix("DESCRIPTION:") for line in unfolded if line.startswith("DESCRIPTION:")]
    assert [unescape(text) for text in described] == ([allowed(note)] if note else [])


def unescape(text: str) -> str:
    """RFC 5545, 3.3.11, read from left to right."""
    out, letters = "", iter(text)
    for letter in letters:
        if letter == "\\":
            escaped = next(letters)
            out += "\n" if escaped == "n" else escaped
        else:
            out += letter
    return out


def allowed(note: str) -> str:
    """What the standard lets a text hold: no control characters but the tab, one kind of line end."""
    lines = note.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter in "\t\n" or ord(letter) >= 32)
