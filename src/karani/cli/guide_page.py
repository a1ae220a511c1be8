"""A guide as one file to read, keep or print; it needs nothing beside it."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from karani.guide import Guide


def guide_page(guide: Guide) -> str:
    return page_template().render(guide=guide)


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
