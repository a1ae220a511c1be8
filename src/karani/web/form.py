"""A form as it was sent: every field with all its values, as text."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, HTTPException, Request

MOST_FIELDS = 1000


class Form:
    def __init__(self, values: Mapping[str, list[str]]) -> None:
        self.values = values

    def one(self, field: str) -> str:
        """The last value of a field, without spaces around it; empty when it was not sent."""
        return self.values.get(field, [""])[-1].strip()

    def all(self, field: str) -> tuple[str, ...]:
        return tuple(self.values.get(field, ()))

    def has(self, field: str) -> bool:
        return field in self.values


async def read_form(request: Request) -> Form:
    body = (await request.body()).decode("utf-8", "replace")
    try:
        return Form(parse_qs(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise HTTPException(422, f"A form of Karani has at most {MOST_FIELDS} fields.") from None


Sent = Annotated[Form, Depends(read_form)]


def clean(text: str) -> str:
    """Text that every database takes: plain line ends, no control characters, no halves of characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return "".join(letter for letter in lines if letter in "\n\t" or letter.isprintable()).strip()
