import os
import stat
from pathlib import Path

import pytest

from karani.cli.output import OutputError, aligned, clock, hanging, write_whole


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.mp3", b"sound")
    assert (tmp_path / "a.mp3").read_bytes() == b"sound"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_written_file_may_be_read_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "ordinary").write_bytes(b"")
    write_whole(tmp_path / "a.mp3", b"sound")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("ordinary", "a.mp3")}
    assert len(modes) == 1


def test_nothing_is_left_when_the_last_move_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="cannot be written: no space left on device"):
        write_whole(tmp_path / "a.mp3", b"sound")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["nowhere/a.mp3", "a\0b.mp3", "a" * 300])
def test_a_name_that_cannot_be_is_a_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_whole(tmp_path / name, b"sound")
    assert not list(tmp_path.iterdir())


def test_columns_stand_under_each_other() -> None:
    assert aligned([("a", "long"), ("longer", "b")]) == ["a       long", "longer  b"]


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (59.6, "1:00"), (605, "10:05"), (3600, "60:00")])
def test_time_is_said_as_on_a_clock(seconds: float, said: str) -> None:
    assert clock(seconds) == said


def test_a_long_head_does_not_push_its_text_to_the_edge() -> None:
    lines = hanging("  " + "head " * 10, "text " * 30).splitlines()
    assert len(lines) > 1
    assert lines[1].startswith("      text")
