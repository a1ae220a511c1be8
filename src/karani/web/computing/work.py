"""One piece of work: a function, what it takes, and a key that names all that its result depends on.

Two pieces with the same key are the same work. The key is made from the values themselves, so what stands in arguments
is data: frozen dataclasses, numbers, texts, arrays, and mappings, sets and sequences of them.
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

KEY_LETTERS = 24
MOST_NAMED = 8192
NAMED: dict[int, tuple[object, str]] = {}
"""Names of frozen values by their identity; the values are kept too, so that no other takes it."""


@dataclass(frozen=True)
class Work:
    """`run(*arguments)` gives the result in bytes, or raises a KaraniError whose sentence a person may read.

    `run` stands at the top level of a module that imports quickly. `kind` begins the name of the kept file.
    `depends_on` names what the arguments do not show: digests of sources and data, versions of packages.
    """

    kind: str
    run: Callable[..., bytes]
    arguments: tuple[Any, ...]
    depends_on: tuple[str, ...] = ()

    @cached_property
    def key(self) -> str:
        named = name_value((self.run.__module__, self.run.__qualname__, self.arguments, self.depends_on))
        return f"{self.kind}-{sha256(named.encode()).hexdigest()[:KEY_LETTERS]}"


def name_value(value: object) -> str:
    """The same text for equal values, in every process; TypeError for what is no data."""
    if value is None or isinstance(value, bool | int | float | str | bytes | Path):
        return repr(value)
    if is_dataclass(value) and not isinstance(value, type):
        return name_dataclass(value)
    if isinstance(value, Mapping):
        return (
            f"{{{','.join(sorted(f'{name_value(key)}:{name_value(each)}' for key, each in value.items()))}}}"
        )
    if isinstance(value, AbstractSet):
        return f"<{','.join(sorted(map(name_value, value)))}>"
    if isinstance(value, tuple | list):
        return f"[{','.join(map(name_value, value))}]"
    return name_array(value)


def name_dataclass(value: Any) -> str:
    """By the digest of its fields. What is frozen is named once: the same poses are asked for again and again."""
    kept = NAMED.get(id(value))
    if kept is not None and kept[0] is value:
        return kept[1]
    told = ",".join(f"{field.name}={name_value(getattr(value, field.name))}" for field in fields(value))
    named = f"{type(value).__name__}#{sha256(told.encode()).hexdigest()}"
    if value.__dataclass_params__.frozen:
        if len(NAMED) >= MOST_NAMED:
            NAMED.clear()
        NAMED[id(value)] = value, named
    return named


def name_array(value: object) -> str:
    array = cast("Any", value)
    try:
        return f"{array.dtype}{array.shape}{sha256(array.tobytes()).hexdigest()}"
    except AttributeError:
        raise TypeError(f"{type(value).__name__} is no data that a key can name") from None


@cache
def digest_of_packages(*names: str) -> str:
    """Of the sources of these packages, all folders below included; it changes when any of them does."""
    return digest_of_files(*(file for name in names for file in sources_of(name)))


def sources_of(name: str) -> Iterable[Path]:
    spec = find_spec(name)
    assert spec is not None, name
    assert spec.origin is not None, name
    origin = Path(spec.origin)
    return sorted(origin.parent.rglob("*.py")) if origin.name == "__init__.py" else [origin]


@cache
def digest_of_files(*files: Path) -> str:
    """Of the contents of files; a folder stands for every file in it and below."""
    digest = sha256()
    for file in files:
        for each in sorted(file.rglob("*")) if file.is_dir() else [file]:
            if each.is_file() and each.suffix != ".pyc":
                digest.update(each.name.encode() + b"\0" + each.read_bytes())
    return digest.hexdigest()[:KEY_LETTERS]


@cache
def versions_of(*names: str) -> str:
    """Of installed packages: mujoco 3.3.0, numpy 2.2.1."""
    return ", ".join(f"{name} {version(name)}" for name in names)
