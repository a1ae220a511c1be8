"""Content that is being written: a saved file shows at the next page, a broken one is told on the terminal and changes nothing.

A look at all names, sizes and times of a few hundred files takes some milliseconds, and happens at most once a second.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from time import monotonic

from karani.errors import ContentError
from karani.library import Library
from karani.web.services import Services
from karani.web.shelf import GuideShelf

PATIENCE_S = 1.0

Look = frozenset[tuple[str, int, int]]


@dataclass
class LiveContent:
    folder: Path
    read: Callable[[Path], Library]
    clock: Callable[[], float] = monotonic
    tell: Callable[[str], None] = logging.getLogger("karani").warning
    lock: Lock = field(default_factory=Lock)
    seen: Look = frozenset()
    looked_at: float = float("-inf")

    def __post_init__(self) -> None:
        self.seen = frozenset(look_at(self.folder))

    def renewed(self, services: Services) -> Services:
        """The services with the library as it is written now; the same where nothing has changed."""
        with self.lock:
            if self.clock() - self.looked_at < PATIENCE_S:
                return services
            self.looked_at = self.clock()
            seen = frozenset(look_at(self.folder))
            if seen == self.seen:
                return services
            self.seen = seen
            return self.read_again(services)

    def read_again(self, services: Services) -> Services:
        try:
            library = self.read(self.folder)
        except ContentError as error:
            self.tell(f"The content is shown as it was: {error}")
            return services
        figures = replace(services.figures, library=library)
        return replace(services, library=library, guides=GuideShelf(library), figures=figures)


def look_at(folder: Path) -> Iterator[tuple[str, int, int]]:
    for file in folder.rglob("*"):
        if file.suffix in {".toml", ".md", ".svg"}:
            stat = file.stat()
            yield str(file), stat.st_mtime_ns, stat.st_size
