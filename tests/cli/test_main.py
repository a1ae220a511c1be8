import subprocess
import sys

import pytest

from karani import __version__
from karani.cli.main import COMMANDS, find_command
from tests.cli.command import karani


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    said = karani("--version", capsys)
    assert (said.code, said.out) == (0, f"karani {__version__}\n")


@pytest.mark.parametrize("line", ["", "--help", "-h"])
def test_help_names_every_command(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = karani(line, capsys)
    assert said.code == 0
    assert all(f"  {name} " in said.out for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = karani(f"{name} --help", capsys)
    assert said.code == 0
    assert f"karani {name}" in said.out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_a_module_with_its_two_functions(name: str) -> None:
    command = find_command(name)
    assert callable(command.add_arguments)
    assert callable(command.run)


def test_a_command_that_is_not_there_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    said = karani("plam", capsys)
    assert (said.code, said.out, said.err) == (2, "", "'plam' is not a command; did you mean 'plan'?\n")


def test_shortened_options_are_not_taken(capsys: pytest.CaptureFixture[str]) -> None:
    said = karani("plan --need stress --min 20", capsys)
    assert said.code == 2
    assert "--min" in said.err


def test_the_installed_command_says_a_mistake_in_one_line_and_stops_with_two() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "karani", "plan", "--need", "stres"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "'stres' is not a need; did you mean 'stress'?\n"


def test_a_reader_that_has_enough_is_no_mistake() -> None:
    command = f"{sys.executable} -m karani guide savasana | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602 - a pipe is what is tried
    assert done.stdout.startswith("Corpse Pose")
    assert done.stderr == ""


def test_a_terminal_without_the_letters_still_gets_its_answer() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "karani", "poses", "--json"],
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "\\u012b" in done.stdout


def test_nothing_heavy_is_loaded_to_say_the_version() -> None:
    code = (
        "import sys; from karani.cli.main import main; main(['--version']); "
        "print([name for name in ('numpy', 'fastapi', 'sqlalchemy', 'jinja2', 'soundfile') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
