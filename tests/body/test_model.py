from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from karani.body.model import file_name, read_model
from karani.errors import BodyError


def make_and_count(folder: Path) -> int:
    return int(read_model(folder).nu)


def test_two_processes_may_make_the_body_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(make_and_count, [tmp_path, tmp_path])) == [416, 416]
    assert [path.name for path in tmp_path.iterdir()] == [file_name()]


def test_it_says_that_it_makes_the_body_only_when_it_does(cache: Path) -> None:
    read_model(cache)
    said: list[str] = []
    read_model(cache, said.append)
    assert said == []


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / file_name()).write_bytes(b"half a body")
    assert read_model(tmp_path).nu == 416


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BodyError, match="cannot be kept in"):
        read_model(tmp_path / "file")
