"""A figure for paper: the colors that `figure.css` has for print, written out, as what prints knows no variables."""

import re
from collections.abc import Iterator
from functools import cache

from karani.figure.figure import Figure
from karani.figure.options import Look
from karani.figure.svg import STYLE, USUAL_LOOK, Around, air_above, own_prefix, room, wrapped

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLOCK = re.compile(r"@media ([^{]+)\{((?:[^{}]*\{[^{}]*\})*)\s*\}")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
DAY = re.compile(r"light-dark\(([^,()]+),[^()]*\)")


def to_paper(figure: Figure, look: Look = USUAL_LOOK) -> str:
    """Alone in its room, in the light colors of print; every color is a plain one."""
    style = f"<style>{paper_style(look)}</style>"
    return wrapped(figure, look, own_prefix(figure), Around(style, room(figure), air=air_above(figure)))


def paper_style(look: Look) -> str:
    return plain_style(look, "print")


@cache
def plain_style(look: Look, medium: str = "") -> str:
    """The light colors without variables; for the medium "print" those of paper, else those of the page by day."""
    text = COMMENT.sub("", STYLE.read_text("utf-8"))
    added = "".join(body for named, body in BLOCK.findall(text) if named.strip() == medium)
    rules = [*list_rules(BLOCK.sub("", text)), *list_rules(added)]
    mine = {f".{name}" for name in look.classes.split()}
    colors = {
        name: DAY.sub(r"\1", value)
        for selector, entries in rules
        if selector in mine
        for name, value in entries.items()
        if name.startswith("--")
    }
    return "".join(write_rule(selector, entries, colors) for selector, entries in rules)


def list_rules(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for selector, body in RULE.findall(text):
        pairs = (entry.split(":", 1) for entry in body.split(";") if ":" in entry)
        yield selector.strip(), {name.strip(): value.strip() for name, value in pairs}


def write_rule(selector: str, entries: dict[str, str], colors: dict[str, str]) -> str:
    """Empty for a rule of another drawing, whose colors this look does not have."""
    plain = {name: value for name, value in entries.items() if not name.startswith("--")}
    if any(name not in colors for value in plain.values() for name in VARIABLE.findall(value)):
        return ""
    body = ";".join(
        f"{name}:{VARIABLE.sub(lambda found: colors[found[1]], value)}" for name, value in plain.items()
    )
    return f"{selector.removeprefix('.kf ')}{{{body}}}" if body else ""
