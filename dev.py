"""Set up and start Karani: `python3 dev.py run`, `python3 dev.py test`. Standard library only."""

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
STAMP = ENVIRONMENT / "karani-stamp"
BUILT_FROM = (
    "pyproject.toml",
    "requirements.lock",
    "hatch_build.py",
    "src/karani/content/speech/model.toml",
    "src/karani/figure/figure.css",
)
USAGE = "Use: python3 dev.py run | test [pytest options] | lock | env COMMAND ..."


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        print(f"Karani needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    match arguments:
        case ["run", *rest]:
            prepare()
            return run("karani", "serve", *rest)
        case ["test", *rest]:
            prepare()
            return run("python", "-m", "pytest", *rest)
        case ["env", *rest] if rest:
            prepare()
            return run(*rest)
        case ["lock"]:
            prepare()
            return lock()
        case _:
            print(USAGE, file=sys.stderr)
            return 2


def prepare() -> None:
    """Make the environment, unless it was already made from the very same files."""
    digest = digest_of_sources()
    if STAMP.exists() and STAMP.read_text() == digest:
        return
    print("Setting up Karani. The first time takes a minute or two.", flush=True)
    if not (ENVIRONMENT / "pyvenv.cfg").exists():
        venv.create(ENVIRONMENT, with_pip=True)
    pip("install", "--require-hashes", "-r", str(ROOT / "requirements.lock"))
    pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(digest)


def digest_of_sources() -> str:
    digest = hashlib.sha256(str(ROOT).encode())
    for path in [ROOT / name for name in BUILT_FROM] + sorted(frontend_sources()):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def frontend_sources() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT / "frontend"):
        folders[:] = [name for name in folders if name not in {"node_modules", "dist"}]
        yield from (Path(folder) / name for name in files)


def pip(*arguments: str) -> None:
    command = [str(SCRIPTS / "python"), "-m", "pip", "--disable-pip-version-check", "-q", *arguments]
    if subprocess.run(command, check=False, cwd=ROOT).returncode:
        raise SystemExit("Setting up stopped: pip could not install what Karani needs; its message is above.")


def run(program: str, *arguments: str) -> int:
    try:
        return subprocess.run([str(SCRIPTS / program), *arguments], check=False, cwd=ROOT).returncode
    except KeyboardInterrupt:
        return 0


def lock() -> int:
    """Write requirements.lock anew: all platforms, with hashes, without the name of any registry."""
    options = (
        "--universal --generate-hashes --no-header --no-annotate --no-emit-index-url --group dev".split()
    )
    return run("uv", "pip", "compile", "pyproject.toml", *options, "-q", "-o", "requirements.lock")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
