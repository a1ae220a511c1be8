"""Documents are kept true: what they show is run, and what they print is what comes out."""

import contextlib
import io
import itertools
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from karani.guide.safety import write_safety
from karani.library import read_library
from tests.house.project import ROOT, list_tracked_files

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXPECTED = {
    "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "CONTENT-LICENSE", "NOTICE",
    "docs/safety.md", "docs/nomenclature.md", "docs/adding-a-pose.md", "docs/design.md",
}  # fmt: skip


def list_documents() -> list[Path]:
    return [path for path in list_tracked_files("*.md") if "content" not in path.parts]


def list_console_lines() -> list[str]:
    return sorted({
        line.removeprefix("$ ").strip()
        for path in list_documents()
        for language, block in FENCE.findall(path.read_text())
        if language == "console"
        for line in block.splitlines()
        if line.startswith("$ karani ")
    })  # fmt: skip


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_document_exists_and_says_something(name: str) -> None:
    assert len((ROOT / name).read_text()) > 200


@pytest.mark.parametrize("line", list_console_lines())
def test_every_documented_command_runs(line: str, tmp_path: Path) -> None:
    arguments = shlex.split(line)[1:]
    if arguments[0] == "serve":
        arguments = [*arguments, "--help"]
    done = subprocess.run(
        [sys.executable, "-m", "karani", *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_command_is_documented_in_the_readme_or_the_architecture() -> None:
    shown = "\n".join(list_console_lines())
    helped = subprocess.run(
        [sys.executable, "-m", "karani", "--help"], capture_output=True, text=True, check=True
    ).stdout
    names = re.findall(r"^ {2,4}([a-z][a-z-]+)\s", helped, re.MULTILINE)
    assert names
    assert not [name for name in names if f"karani {name}" not in shown]


def test_the_readmes_lines_of_python_print_what_it_says() -> None:
    blocks = FENCE.findall((ROOT / "README.md").read_text())
    pairs = [
        (code, said)
        for (language, code), (answer, said) in itertools.pairwise(blocks)
        if language == "python" and answer == "text"
    ]
    assert pairs
    for code, said in pairs:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - the README's own lines
        assert printed.getvalue().strip() == said.strip()


def test_links_between_documents_lead_somewhere() -> None:
    lost = [
        f"{path.relative_to(ROOT)} -> {target}"
        for path in list_documents()
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text())
        if not (path.parent / target).exists()
    ]
    assert not lost


def test_the_safety_page_says_what_the_rules_say() -> None:
    assert (ROOT / "docs" / "safety.md").read_text(encoding="utf-8") == write_safety(read_library())
