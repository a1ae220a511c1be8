"""Where the content that comes with Karani lies."""

from pathlib import Path

PACKAGED_CONTENT = Path(__file__).resolve().parent.parent / "content"
