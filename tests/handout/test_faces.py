"""Web fonts become plain ones: same tables, another name."""

import struct
import zlib
from pathlib import Path

import pytest

from karani.handout.faces import FACES, FOLDER, checksum, name_table, read_woff, unpack_faces, write_font


def woff(tables: dict[bytes, bytes]) -> bytes:
    """A WOFF file of these tables, made by the rules of its specification."""
    rows, body, start = b"", b"", 44 + 20 * len(tables)
    for tag, table in sorted(tables.items()):
        packed = min((zlib.compress(table), table), key=len)
        rows += struct.pack(">4sIIII", tag, start + len(body), len(packed), len(table), checksum(table))
        body += packed + b"\0" * (-len(packed) % 4)
    head = struct.pack(
        ">4sIIHHIHHIIIII", b"wOFF", 0x10000, start + len(body), len(tables), 0, 0, 1, 0, *[0] * 5
    )
    return head + rows + body


TABLES = {b"glyf": b"curve " * 50, b"name": b"old", b"head": b"\1\2\3"}


def test_tables_come_out_as_they_went_in() -> None:
    assert read_woff(woff(TABLES)) == (0x10000, TABLES)


def test_the_font_lists_its_tables_where_they_are() -> None:
    font = write_font(0x10000, TABLES)
    count = struct.unpack_from(">H", font, 4)[0]
    rows = [struct.unpack_from(">4sIII", font, 12 + 16 * place) for place in range(count)]
    assert {tag: font[at : at + size] for tag, _, at, size in rows} == TABLES
    assert all(at % 4 == 0 for _, _, at, _ in rows)


def test_the_family_is_named_anew() -> None:
    table = name_table("karani-deva", "Normal")
    assert "karani-deva".encode("utf-16-be") in table
    assert struct.unpack_from(">3H", table) == (0, 4, 6 + 4 * 12)


def test_every_face_is_unpacked(tmp_path: Path) -> None:
    for path, letters, styles in FACES.values():
        for style in styles:
            file = tmp_path / f"{path}-{letters}-{style}.woff"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(woff(TABLES))
    unpack_faces(tmp_path, tmp_path / "faces")
    assert {
        file.name.rpartition("-")[0].rpartition("-")[0] for file in (tmp_path / "faces").glob("*.ttf")
    } == set(FACES)


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the typefaces of handouts are not unpacked: build once")
def test_the_built_faces_are_all_there() -> None:
    wanted = {f"{family}-{style}.ttf" for family, (_, _, styles) in FACES.items() for style in styles}
    assert wanted <= {file.name for file in FOLDER.iterdir()}
