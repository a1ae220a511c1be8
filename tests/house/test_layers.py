"""Imports run one way, and what lies below the storage knows no clock, network or environment."""

import ast
import subprocess
from pathlib import Path

import pytest

from tests.house.project import BELOW_STORAGE, CONTENT, ROOT, SOURCE, list_product_code

FORBIDDEN_MODULES = {
    "asyncio", "datetime", "getpass", "http", "platform", "platformdirs", "random", "requests", "secrets", "socket",
    "sqlalchemy", "sqlite3", "ssl", "time", "urllib", "uuid",
}  # fmt: skip
FORBIDDEN_NAMES = {"environ", "getenv", "urandom", "default_rng"}


def test_imports_run_downward_only() -> None:
    done = subprocess.run(
        [ROOT / ".venv" / "bin" / "lint-imports"] if (ROOT / ".venv").exists() else ["lint-imports"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def list_modules_below_storage() -> list[Path]:
    return sorted(path for name in BELOW_STORAGE for path in (SOURCE / name).rglob("*.py"))


@pytest.mark.parametrize("path", list_modules_below_storage(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_below_storage_reads_clock_network_environment_or_unseeded_chance(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not list(find_forbidden(tree))


def test_the_check_for_clocks_finds_one() -> None:
    assert list(find_forbidden(ast.parse("import time"))) == ["time"]
    assert list(find_forbidden(ast.parse("from os import environ"))) == ["environ"]
    assert list(find_forbidden(ast.parse("import os\nos.getenv('HOME')"))) == ["getenv"]
    assert list(find_forbidden(ast.parse("np.random.default_rng()"))) == ["default_rng"]
    assert not list(find_forbidden(ast.parse("np.random.default_rng(7)")))


def find_forbidden(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names if name.name.split(".")[0] in FORBIDDEN_MODULES]
        elif isinstance(node, ast.ImportFrom):
            found += (
                [node.module]
                if (node.module or "").split(".")[0] in FORBIDDEN_MODULES and node.module
                else []
            )
            found += [name.name for name in node.names if name.name in FORBIDDEN_NAMES]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            seeded = node.func.attr == "default_rng" and bool(node.args)
            found += [node.func.attr] if node.func.attr in FORBIDDEN_NAMES and not seeded else []
        elif isinstance(node, ast.Attribute) and node.attr == "environ":
            found.append("environ")
    return found


def test_content_is_data_only() -> None:
    assert not [path for path in CONTENT.rglob("*") if path.suffix in {".py", ".pyc", ".so"}]


def test_no_pose_is_named_in_code() -> None:
    slugs = {path.parent.name for path in CONTENT.rglob("pose.toml")}
    assert slugs, "the library must hold poses"
    found = [
        f"{path.relative_to(ROOT)} names {slug}"
        for path in list_product_code()
        for slug in slugs
        if slug in path.read_text(encoding="utf-8")
    ]
    assert not found
