"""`python -m karani.circulation.agreement`: puts the tables of agreement into docs/models/circulation.md, and the score into content."""

from pathlib import Path

from karani.circulation.agreement.authority import read_authorities
from karani.circulation.agreement.document import with_tables
from karani.circulation.agreement.score import agree, score, with_moved
from karani.circulation.agreement.written import SCORE, score_text
from karani.library import read_library
from karani.library.packaged import PACKAGED_CONTENT

ROWS = Path("tests/authorities")
DOCUMENT = Path("docs/models/circulation.md")


def main() -> None:
    library = read_library()
    found = {
        name: agree(read_authorities(ROWS / f"circulation_{name}.toml", library)) for name in ("fit", "check")
    }
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text("utf-8"), found), "utf-8")
    scores = {
        "fitted": score(found["fit"]),
        "never_fitted": score(found["check"]),
        "with_moved": score(with_moved(found["fit"], found["check"])),
    }
    (PACKAGED_CONTENT / SCORE).write_text(score_text(scores), "utf-8")


if __name__ == "__main__":
    main()
