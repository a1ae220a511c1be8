"""The typefaces of handouts: web fonts unpacked to plain ones, each subset under a family name of its own.

Typst reads no WOFF, and takes one of several fonts of one family; so the letters of a face that come in three files become
three families, tried one after the other. Run while building, with nothing installed: `python faces.py NODE_MODULES FOLDER`.
WOFF 1.0: https://www.w3.org/TR/WOFF/
"""

import struct
import sys
import zlib
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "static" / "faces"
TIRO, TEXT = (
    "@fontsource/tiro-devanagari-sanskrit/files/tiro-devanagari-sanskrit",
    ("@fontsource/ysabeau-office/files/ysabeau-office"),
)
FACES = {
    "karani-display": (TIRO, "latin", ("400-normal", "400-italic")),
    "karani-display-ext": (TIRO, "latin-ext", ("400-normal", "400-italic")),
    "karani-deva": (TIRO, "devanagari", ("400-normal",)),
    "karani-text": (TEXT, "latin", ("500-normal", "700-normal")),
    "karani-text-ext": (TEXT, "latin-ext", ("500-normal", "700-normal")),
}
HEADER = struct.Struct(">4sIIHHI")
ROW = struct.Struct(">4sIIII")
FIRST_ROW = 44

Tables = dict[bytes, bytes]


def unpack_faces(modules: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for family, (path, letters, styles) in FACES.items():
        for style in styles:
            flavor, tables = read_woff((modules / f"{path}-{letters}-{style}.woff").read_bytes())
            tables[b"name"] = name_table(family, style.partition("-")[2].capitalize())
            (folder / f"{family}-{style}.ttf").write_bytes(write_font(flavor, tables))


def read_woff(data: bytes) -> tuple[int, Tables]:
    signature, flavor, _, count, *_ = HEADER.unpack_from(data)
    assert signature == b"wOFF", "not a WOFF 1.0 file"
    rows = [ROW.unpack_from(data, FIRST_ROW + place * ROW.size) for place in range(count)]
    return flavor, {tag: unpacked(data[at : at + packed], size) for tag, at, packed, size, _ in rows}


def unpacked(table: bytes, size: int) -> bytes:
    return zlib.decompress(table) if len(table) < size else table


def name_table(family: str, style: str) -> bytes:
    """Family, style, full name and PostScript name, for Windows, in English."""
    names = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}"}
    texts = {number: name.encode("utf-16-be") for number, name in names.items()}
    records, stored = b"", b""
    for number, text in texts.items():
        records += struct.pack(">6H", 3, 1, 0x409, number, len(text), len(stored))
        stored += text
    return struct.pack(">3H", 0, len(texts), 6 + len(records)) + records + stored


def write_font(flavor: int, tables: Tables) -> bytes:
    """An OpenType file of these tables."""
    power = 2 ** (len(tables).bit_length() - 1)
    head = struct.pack(
        ">IHHHH", flavor, len(tables), 16 * power, power.bit_length() - 1, 16 * (len(tables) - power)
    )
    rows, body, start = b"", b"", len(head) + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        rows += struct.pack(">4sIII", tag, checksum(table), start + len(body), len(table))
        body += padded(table)
    return head + rows + body


def checksum(table: bytes) -> int:
    words = padded(table)
    total: int = sum(struct.unpack(f">{len(words) // 4}I", words))
    return total & 0xFFFFFFFF


def padded(table: bytes) -> bytes:
    return table + b"\0" * (-len(table) % 4)


if __name__ == "__main__":
    unpack_faces(Path(sys.argv[1]), Path(sys.argv[2]))
