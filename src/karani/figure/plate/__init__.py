"""The anatomy plate: the same figure with its skeleton and its muscles, shaded by what they do."""
