"""One table of a content file, taken field by field; each value's type is checked as it is taken."""

import math
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from karani.errors import ContentError

T = TypeVar("T")
W = TypeVar("W", bound=str)
LONGEST_SHOWN = 40


class FieldError(ContentError):
    """What is wrong in one field of one content file, and what would be right."""

    def __init__(self, file: str, field: str, sentence: str) -> None:
        super().__init__(f"{file}: {field}: {sentence}" if field else f"{file}: {sentence}")
        self.file = file
        self.field = field
        self.sentence = sentence


class Fields:
    """Takes each key of a table once; `done` refuses what nobody asked for."""

    def __init__(self, file: str, table: Mapping[str, Any], path: str = "") -> None:
        self.file = file
        self.values = table
        self.path = path
        self.taken: list[str] = []

    def wrong(self, key: str, sentence: str) -> FieldError:
        return FieldError(self.file, f"{self.path}.{key}".strip("."), sentence)

    def has(self, key: str) -> bool:
        return key in self.values

    def text(self, key: str) -> str:
        value = self._take(key, "a text in quotes")
        return self._of(str, key, value, "a text in quotes")

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if self.has(key) else None

    def word(self, key: str, allowed: tuple[W, ...]) -> W:
        found = self.text(key)
        for word in allowed:
            if word == found:
                return word
        raise self.wrong(key, f"found {shown(found)}; one of {', '.join(allowed)} would be right")

    def flag(self, key: str) -> bool:
        value = self._take(key, "true or false")
        return self._of(bool, key, value, "true or false")

    def number(self, key: str, least: float, most: float) -> float:
        return self._within(key, self._take(key, "a number"), least, most)

    def whole(self, key: str, least: int, most: int) -> int:
        value = self._take(key, "a whole number")
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(
                key, f"found {shown(value)}; a whole number from {least} to {most} would be right"
            )
        return value

    def optional_whole(self, key: str, least: int, most: int) -> int | None:
        return self.whole(key, least, most) if self.has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._list(key, "a list of texts")
        return tuple(self._of(str, key, item, "a list of texts") for item in value)

    def texts_or_flags(self, key: str) -> tuple[str | bool, ...]:
        wanted = "a list of texts, or of true and false"
        value = self._list(key, wanted)
        for item in value:
            if not isinstance(item, str | bool):
                raise self.wrong(key, f"found {shown(item)} in the list; {wanted} would be right")
        return tuple(value)

    def span(self, key: str, least: float, most: float) -> tuple[float, float]:
        value = self._list(key, "two numbers")
        if len(value) != len(("low", "high")):
            raise self.wrong(key, f"found {len(value)} values; two numbers [low, high] would be right")
        low, high = (self._within(key, item, least, most) for item in value)
        if low > high:
            raise self.wrong(key, f"found {low:g} before {high:g}; the smaller number comes first")
        return low, high

    def table(self, key: str) -> "Fields":
        """The table under a key; where there is none, an empty one."""
        if not self.has(key):
            return Fields(self.file, {}, f"{self.path}.{key}".strip("."))
        value = self._of(dict, key, self._take(key, "a table"), "a table")
        return Fields(self.file, value, f"{self.path}.{key}".strip("."))

    def required_table(self, key: str) -> "Fields":
        self._present(key, "a table")
        return self.table(key)

    def each(self, key: str, read: "Callable[[Fields], T]") -> tuple[T, ...]:
        """Every table of a list of tables, read; where there is no such list, nothing."""
        value = self._list(key, "a list of tables") if self.has(key) else []
        path = f"{self.path}.{key}".strip(".")
        return tuple(self._read_item(item, f"{path}[{place}]", read) for place, item in enumerate(value, 1))

    def names(self) -> tuple[str, ...]:
        return tuple(self.values)

    def done(self) -> None:
        for key in self.values:
            if key not in self.taken:
                near = get_close_matches(key, self.taken, n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"fields here: {', '.join(self.taken)}"
                raise self.wrong(key, f"is not a field of this table; {hint}")

    def _read_item(self, item: Any, path: str, read: "Callable[[Fields], T]") -> T:
        if not isinstance(item, dict):
            raise FieldError(self.file, path, f"found {shown(item)}; a table would be right")
        return read_whole(Fields(self.file, item, path), read)

    def _present(self, key: str, wanted: str) -> None:
        if not self.has(key):
            near = get_close_matches(key, [name for name in self.values if name not in self.taken], n=1)
            hint = f" (there is {near[0]!r})" if near else ""
            raise self.wrong(key, f"is missing{hint}; {wanted} would be right")

    def _take(self, key: str, wanted: str) -> Any:
        self._present(key, wanted)
        self.taken.append(key)
        return self.values[key]

    def _list(self, key: str, wanted: str) -> list[Any]:
        return self._of(list, key, self._take(key, wanted), wanted)

    def _of(self, kind: type[T], key: str, value: Any, wanted: str) -> T:
        if not isinstance(value, kind):
            raise self.wrong(key, f"found {shown(value)}; {wanted} would be right")
        return value

    def _within(self, key: str, value: Any, least: float, most: float) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not math.isfinite(value) or not least <= value <= most:
            raise self.wrong(key, f"found {shown(value)}; a number from {least:g} to {most:g} would be right")
        return float(value)


def read_whole(fields: Fields, read: Callable[[Fields], T]) -> T:
    """Read a table, then refuse the keys that were not asked for."""
    made = read(fields)
    fields.done()
    return made


def shown(value: Any) -> str:
    """A found value as a person would name it."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value) if isinstance(value, str | int | float) else str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
