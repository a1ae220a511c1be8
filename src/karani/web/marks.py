"""Found letters of a name inside <mark>."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def marked(name: str, marks: Iterable[tuple[int, int]]) -> Markup:
    """`marks` are (start, end) places in the name, in order."""
    out, at = Markup(), 0
    for start, end in marks:
        out += escape(name[at:start]) + Markup("<mark>{}</mark>").format(name[start:end])
        at = end
    return out + escape(name[at:])
