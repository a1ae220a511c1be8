"""One sentence about what went wrong, and a way on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorPage:
    status: int
    title: str
    sentence: str
    back_url: str = "/"
    back_name: str = "What do you need?"
