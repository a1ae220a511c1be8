"""A baked skin as a small file: lengths in whole steps, four weights a point."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from karani.figure.bake.makehuman import Floats, Ints

WEIGHTS = 4
FIELD_STEP_M = 0.0005
BREATH_STEP_M = 0.0001


def quantized(points: Floats) -> dict[str, Any]:
    low, span = points.min(0), np.ptp(points, axis=0)
    return {
        "points": np.rint((points - low) / span * 65535).astype(np.uint16),
        "low": low.astype(np.float32),
        "span": span.astype(np.float32),
    }


def field_steps(values: Floats) -> Any:
    return np.clip(np.rint(values / FIELD_STEP_M), -127, 127).astype(np.int8)


def breath_steps(moves: Floats) -> Any:
    return np.clip(np.rint(moves / BREATH_STEP_M), 0, 255).astype(np.uint8)


def strongest(weights: Floats) -> tuple[Any, Any]:
    """The four bodies each point follows most, and their weights as bytes that sum to 255."""
    order = np.argsort(-weights, axis=1, kind="stable")[:, :WEIGHTS]
    kept = np.take_along_axis(weights, order, 1)
    steps = np.rint(kept / kept.sum(1, keepdims=True) * 255)
    steps[:, 0] += 255 - steps.sum(1)
    return order.astype(np.uint8), steps.astype(np.uint8)


def small(numbers: Ints) -> Any:
    return numbers.astype(np.uint16 if numbers.max() > 255 else np.uint8)


def save(path: Path, arrays: Mapping[str, Any]) -> None:
    """Written whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part.npz")
    np.savez_compressed(part, **arrays)
    part.replace(path)
