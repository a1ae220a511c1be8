"""Compiled code is kept on disk, and never runs after the model has changed."""

import os
import subprocess
import sys
from pathlib import Path

from karani.circulation.kernel.compiled import digest_of

NUMBER = """TWICE = {number}.0
"""
FUNCTION = """
from pathlib import Path

from karani.circulation.kernel.compiled import compiled_and_kept

from model.number import TWICE

KEPT = compiled_and_kept(Path(__file__).parent)


@KEPT
def times(value: float) -> float:
    return value * TWICE
"""
ASK = "from model.function import times; print(times(1.5), sum(times._cache_hits.values()))"


def test_a_changed_number_in_another_file_is_never_run_stale(tmp_path: Path) -> None:
    write_model(tmp_path, 2)
    assert ask(tmp_path) == "3.0 0"
    assert ask(tmp_path) == "3.0 1", "the second start takes what was kept"
    before = (tmp_path / "model" / "function.py").stat()
    write_model(tmp_path, 3)
    os.utime(tmp_path / "model" / "function.py", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert ask(tmp_path) == "4.5 0"


def test_the_digest_sees_every_file_and_name(tmp_path: Path) -> None:
    write_model(tmp_path, 2)
    first = digest_of.__wrapped__(tmp_path / "model")
    (tmp_path / "model" / "number.py").rename(tmp_path / "model" / "figure.py")
    assert digest_of.__wrapped__(tmp_path / "model") != first


def write_model(folder: Path, number: int) -> None:
    model = folder / "model"
    model.mkdir(exist_ok=True)
    (model / "__init__.py").write_text("")
    (model / "number.py").write_text(NUMBER.format(number=number))
    (model / "function.py").write_text(FUNCTION)


def ask(folder: Path) -> str:
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
