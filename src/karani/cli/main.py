"""The command `karani`: finds the command that was named, runs it, and says a mistake in one sentence."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from karani import __version__
from karani.cli.parser import Arguments, Parser, UsageError
from karani.errors import KaraniError

BAD_INPUT = 2
INTERRUPTED = 130

COMMANDS = {
    "serve": "start Karani and open it in the browser",
    "poses": "list the poses, for a need, with props, with conditions",
    "guide": "everything about one pose",
    "posture": "where a body is in a pose, and what it rests on",
    "figure": "draw a body in a pose",
    "muscles": "what the muscles do in a pose; their lengths and moment arms",
    "plan": "plan a practice for a need and some minutes",
    "simulate": "where the blood goes and what the pulse does in a pose",
    "track": "write a practice as one MP3 to listen to",
    "check": "look over all content for mistakes",
    "new-pose": "make a folder for a pose of your own",
    "schema": "the form of a content file, for editors",
}


class Command(Protocol):
    """What every module named in COMMANDS has; only the one that runs is imported, so that it answers at once."""

    def add_arguments(self, parser: Parser) -> None: ...

    def run(self, arguments: Arguments) -> int | None:
        """The exit code; None is 0."""
        ...


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0, 2 for bad input, or what the command says."""
    keep_odd_letters()
    calculate_on_one_thread()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return run(words)
    except KaraniError as error:
        print(sentence_of(error), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:  # the reader has enough: `karani poses | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as done:  # argparse ends so after --help
        return int(done.code or 0)


def run(words: list[str]) -> int:
    if not words or words[0] in {"-h", "--help"}:
        print(help_text())
        return 0
    if words[0] == "--version":
        print(f"karani {__version__}")
        return 0
    name, *rest = words
    command = find_command(name)
    parser = Parser(prog=f"karani {name}", description=f"{COMMANDS[name][:1].upper()}{COMMANDS[name][1:]}.")
    command.add_arguments(parser)
    return command.run(parser.parse_args(rest)) or 0


def find_command(name: str) -> Command:
    if name not in COMMANDS:
        raise UsageError(unknown_command(name))
    module: Command = import_module(f"karani.cli.{name.replace('-', '_')}")
    return module


def unknown_command(name: str) -> str:
    from karani.library.library import unknown  # noqa: PLC0415 - only mistakes pay for it

    return unknown("command", name, COMMANDS)


def help_text() -> str:
    lines = [f"  {name:<9}{does}" for name, does in COMMANDS.items()]
    return "\n".join([
        "Karani explains yoga poses and leads a practice. Nothing leaves this machine.",
        "",
        "Use: karani COMMAND [options]",
        "",
        *lines,
        "",
        "karani COMMAND --help says more. karani --version says which one this is.",
    ])  # fmt: skip


def sentence_of(error: KaraniError) -> str:
    """One line, whatever was typed into it."""
    line = " ".join(str(error).split())
    return line.encode("utf-8", "backslashreplace").decode()


def calculate_on_one_thread() -> None:
    """Before numpy is imported, here and in the processes begun from here: on matrices as small as a body's, threads of
    linear algebra only wait for each other, and take twice the processor time."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def keep_odd_letters() -> None:
    """A terminal that lacks a letter shows its number; nothing stops for it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
