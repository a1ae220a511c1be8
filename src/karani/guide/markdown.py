"""A guide's own prose, from Markdown to HTML; HTML inside it stays text."""

from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": False})


def markdown_to_html(text: str) -> str:
    return str(MARKDOWN.render(text)).strip()
