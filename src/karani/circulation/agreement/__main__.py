"""`python -m karani.circulation.agreement`: puts the tables of agreement into docs/models/circulation.md."""

from pathlib import Path

from karani.circulation.agreement.authority import read_authorities
from karani.circulation.agreement.document import with_tables
from karani.circulation.agreement.score import agree
from karani.library import read_library

ROWS = Path("tests/authorities")
DOCUMENT = Path("docs/models/circulation.md")


def main() -> None:
    library = read_library()
    found = {
        name: agree(read_authorities(ROWS / f"circulation_{name}.toml", library)) for name in ("fit", "check")
    }
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text("utf-8"), found), "utf-8")


if __name__ == "__main__":
    main()
