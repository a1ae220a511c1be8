"""What must stand nowhere in the project, and what must stand in its notices."""

import functools
import operator
import re
import tomllib

from tests.house.project import ROOT, list_tracked_files

# Put together here, so that this file does not itself hold what it looks for.
REGISTRY_HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "yarn" + "pkg.com",
)
MACHINE_PATHS = ("/" + "work/", "/" + "root/", "/" + "tmp/k")
TEXT = {
    ".py", ".ts", ".css", ".html", ".toml", ".md", ".lock", ".json", ".svg", ".cfg", ".txt", ".mjs", "", ".yaml", ".csv",
}  # fmt: skip


def find_in_project(words: tuple[str, ...]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {word}"
        for path in list_tracked_files()
        if path.suffix in TEXT
        for word in words
        if word in path.read_text(encoding="utf-8", errors="replace")
    ]


def test_no_package_registry_is_named() -> None:
    assert not find_in_project(REGISTRY_HOSTS)


def test_no_path_of_any_machine_is_named() -> None:
    assert not find_in_project(MACHINE_PATHS)


def test_locks_carry_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert '"resolved"' not in (ROOT / "frontend" / "package-lock.json").read_text()


def test_every_direct_dependency_stands_in_the_notice_with_its_license() -> None:
    notice = (ROOT / "NOTICE").read_text().lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [
        *project["dependencies"],
        *functools.reduce(operator.iadd, project["optional-dependencies"].values(), []),
    ]
    names = [re.split(r"[\[><=]", line)[0].strip().lower() for line in wanted]
    assert not [name for name in names if name not in notice]


def test_no_model_framework_with_gpu_code_is_pulled_in() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert not re.findall(r"^(torch|nvidia[-\w]*|jax|tensorflow)==", lock, re.MULTILINE)
