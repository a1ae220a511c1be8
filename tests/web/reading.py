"""What one reads of a page without opening anything."""

from dataclasses import dataclass
from html.parser import HTMLParser

SILENT = frozenset(("script", "style", "noscript", "nav", "form", "svg"))
"""No text, or what one acts with and looks at."""
EMPTY = frozenset(("meta", "link", "br", "hr", "img", "input", "source"))


@dataclass(frozen=True)
class Place:
    """`closed`: a <details> of which only the summary is seen."""

    seen: bool
    closed: bool = False


class Reader(HTMLParser):
    """Collects the words of <main>, but not those in closed <details>, of what is hidden or only heard."""

    def __init__(self) -> None:
        super().__init__()
        self.places = [Place(seen=False)]
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            return
        around, told = self.places[-1], dict(attrs)
        hidden = "hidden" in told or "vh" in (told.get("class") or "").split()
        behind = around.closed and tag != "summary"
        seen = tag == "main" or (around.seen and not behind and not hidden and tag not in SILENT)
        self.places.append(Place(seen, closed=tag == "details" and "open" not in told))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            self.places.pop()

    def handle_data(self, data: str) -> None:
        if self.places[-1].seen and not self.places[-1].closed:
            self.words += data.split()


def words_seen(page: str) -> list[str]:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return [word for word in reader.words if any(letter.isalnum() for letter in word)]
