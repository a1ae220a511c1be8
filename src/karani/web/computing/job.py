"""A piece of work that was asked for and is not done yet, and who asked."""

from concurrent.futures import Future
from dataclasses import dataclass, field

from karani.web.computing.errors import Outdated
from karani.web.computing.work import Work

NOW, SOON, LATER, SPARE = range(4)
"""Somebody waits for it; it stands on a page that can be read without it; the page says that it takes a while; nobody waits."""


@dataclass(eq=False, slots=True)
class Job:
    """`clients` want it still, `outdated` want something newer; `anyone` asked without a name."""

    work: Work
    number: int
    rank: int = SPARE
    anyone: bool = False
    running: bool = False
    clients: set[str] = field(default_factory=set)
    outdated: set[str] = field(default_factory=set)
    future: Future[bytes] = field(default_factory=Future)

    @property
    def place(self) -> tuple[int, int]:
        """In the queue: what is waited for first, then in the order in which it was asked for."""
        return self.rank, self.number

    @property
    def spare(self) -> bool:
        """What leaves the other process free for who waits."""
        return self.rank >= LATER

    def want(self, client: str, rank: int) -> None:
        self.rank = min(self.rank, rank)
        if client:
            self.clients.add(client)
            self.outdated.discard(client)
        else:
            self.anyone = True

    def give_up(self, client: str) -> None:
        self.clients.discard(client)
        self.outdated.add(client)

    @property
    def unwanted(self) -> bool:
        return not self.running and not self.clients and not self.anyone

    def check_wanted(self, client: str) -> None:
        if client in self.outdated:
            raise Outdated("Something newer is wanted by now.")
