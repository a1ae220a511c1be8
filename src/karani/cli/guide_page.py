"""A guide as one file to read, keep or print; it needs nothing beside it."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from karani.cli.guide_fonts import embedded_fonts
from karani.guide import Guide


def guide_page(guide: Guide) -> str:
    return page_template().render(guide=guide, fonts=embedded_fonts(devanagari=bool(guide.devanagari)))


@cache
def page_template() -> Template:
    environment = Environment(
        loader=PackageLoader("karani.cli", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("guide.html")
