"""Hair: the covered head grows by a centimeter, and a knot may sit on it."""

import numpy as np

from karani.figure.bake.face import Head
from karani.figure.bake.makehuman import Floats, Ints
from karani.figure.bake.weights import smooth_step
from karani.figure.mesh import Solid, sphere, vertex_normals

THICKNESS_M = 0.010
BORDER_M = 0.022
KNOT_RADII_M = np.array([0.040, 0.040, 0.034])
KNOT_BEHIND_EYES_M = 0.118
KNOT_ABOVE_TOP_M = 0.004


def with_hair(points: Floats, triangles: Ints, hair: Floats) -> Floats:
    grown = THICKNESS_M * smooth_step(hair / BORDER_M)
    return points + vertex_normals(points, triangles) * grown[:, None]


def knot(head: Head) -> Solid:
    center = np.array([0, np.mean(head.eyes, axis=0)[1] + KNOT_BEHIND_EYES_M, head.top + KNOT_ABOVE_TOP_M])
    return sphere(center, KNOT_RADII_M, 12, 24)
