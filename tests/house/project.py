"""Where things lie, and which files are ours, for the tests of the house itself."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "karani"
CONTENT = SOURCE / "content"
BELOW_STORAGE = ("guide", "practice", "library", "sound", "circulation")


def list_tracked_files(*patterns: str) -> list[Path]:
    """Every file git knows of (or would take in), so that a new file is judged before it is committed."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in printed.splitlines() if (ROOT / line).is_file()]


def list_product_code() -> list[Path]:
    return list_tracked_files("src/**/*.py", "src/*.py", "frontend/src/**/*.ts", "frontend/src/*.ts")
