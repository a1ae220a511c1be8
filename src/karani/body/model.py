"""The compiled body: myo-sim's MyoFullBody, repaired, made once and kept in a folder.

Compiling takes some seconds; reading the kept file a few milliseconds. The file belongs to one version of mujoco and
myo-sim and to one state of the repairs: its name says which. It is never shipped.
"""

import os
import warnings
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

import mujoco

from karani.body import repairs
from karani.body.repairs import REPAIRS, Repair
from karani.errors import BodyError
from karani.library.packaged import PACKAGED_CONTENT

SOURCE = "myofullbody"
Progress = Callable[[str], None]


def read_model(cache: Path, progress: Progress = lambda _: None) -> mujoco.MjModel:
    """The repaired body of the installed versions; compiled and kept in `cache` if it is not there yet.

    Two processes may do this at once: each writes a file of its own and renames it when it is whole.
    """
    path = cache / file_name()
    kept = read_kept(path)
    if kept is None:
        progress("Making the body model; this happens once and takes some seconds.")
        kept = compile_model()
        keep(kept, path)
        progress("The body model is ready.")
    return kept


def read_kept(path: Path) -> mujoco.MjModel | None:
    """The model kept in this file; None where there is none, or a broken one."""
    mujoco.set_mju_user_warning(lambda _: None)  # else mujoco leaves a MUJOCO_LOG.TXT where the person stands
    if not path.is_file():
        return None
    try:
        return mujoco.MjModel.from_binary_path(str(path))
    except (ValueError, mujoco.FatalError):
        return None


def file_name() -> str:
    return f"body-{key()}.mjb"


def key() -> str:
    """Changes with whatever the compiled body is made from."""
    parts = [version("mujoco").encode(), version("myo-sim").encode()]
    sources = [
        *sorted(Path(repairs.__file__).parent.glob("*.py")),
        PACKAGED_CONTENT / "physiology" / "leg_paths.toml",
    ]
    return sha256(b"\0".join([*parts, *(source.read_bytes() for source in sources)])).hexdigest()[:16]


def compile_model(chosen: tuple[Repair, ...] = REPAIRS) -> mujoco.MjModel:
    spec = read_source()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # mujoco warns that the spec could not be written as XML; nobody asks
        for repair in chosen:
            repair(spec)
        model = spec.compile()
    for switch in (mujoco.mjtDisableBit.mjDSBL_CONTACT, mujoco.mjtDisableBit.mjDSBL_CONSTRAINT):
        model.opt.disableflags |= int(switch)
    return model


def read_source() -> mujoco.MjSpec:
    from myo_sim.build.compose import build_spec  # noqa: PLC0415 - slow, and needed only once

    mujoco.set_mju_user_warning(lambda _: None)  # else mujoco leaves a MUJOCO_LOG.TXT where the person stands
    return build_spec(SOURCE)


def keep(model: mujoco.MjModel, path: Path) -> None:
    """Written whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            mujoco.mj_saveModel(model, file.name)
    except OSError as error:
        raise BodyError(f"The body model cannot be kept in {path.parent}: {error.strerror}.") from error
    os.replace(file.name, path)  # noqa: PTH105 - the name of what is done
