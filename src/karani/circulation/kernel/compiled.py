"""Compiling by numba, with a cache on disk that can never run an old model.

numba's own cache notices a change in the file of the function it keeps, but not in functions and numbers that this
function takes from other files. So the key here also holds a digest of every source file of the kernel and of the
versions of the compiler.
"""

import hashlib
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import llvmlite
import numba
import numpy as np
from numba.core.caching import FunctionCache

KERNEL = Path(__file__).resolve().parent
OPTIONS: dict[str, Any] = {"fastmath": True, "error_model": "numpy", "no_cfunc_wrapper": True}
INSIDE: dict[str, Any] = {**OPTIONS, "no_cpython_wrapper": True}

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """A part of the model; it is compiled into whatever calls it, and cannot be called from Python.

    Entries for callers outside of the kernel take a third of the time of compiling; only `march` has one.
    """
    return cast("Function", numba.njit(**INSIDE)(function))


def compiled_and_kept(folder: Path) -> Callable[[Function], Function]:
    """A function that is called from outside; kept on disk under the digest of all sources in `folder`."""

    def keep(function: Function) -> Function:
        dispatcher: Any = numba.njit(nogil=True, **OPTIONS)(function)
        dispatcher._cache = DigestCache(function, digest_of(folder))  # noqa: SLF001 - as numba's enable_caching does
        return cast("Function", dispatcher)

    return keep


class DigestCache(FunctionCache):
    """numba's cache of one function, keyed by a digest besides."""

    def __init__(self, function: Callable[..., Any], digest: str) -> None:
        super().__init__(function)
        self.digest = digest

    def _index_key(self, sig: Any, codegen: Any) -> tuple[Any, ...]:
        return (*super()._index_key(sig, codegen), self.digest)


@cache
def digest_of(folder: Path) -> str:
    """Of every source file of a folder, by name and content, and of what compiles them."""
    digest = hashlib.sha256(" ".join(versions()).encode())
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def versions() -> tuple[str, ...]:
    return (sys.version, numba.__version__, llvmlite.__version__, np.__version__)
