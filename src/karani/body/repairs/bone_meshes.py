"""The compiled body carries no bone meshes: 1 MB instead of 73, read in 12 instead of 270 ms.

Lengths, moment arms and postures need frames and paths only. Masses that myo-sim takes from its meshes are kept as
numbers. What draws bones takes the meshes from the installed package.
"""

import mujoco
import numpy as np

SCENERY = (mujoco.mjtGeom.mjGEOM_MESH, mujoco.mjtGeom.mjGEOM_PLANE)


def leave_out_bone_meshes(spec: mujoco.MjSpec) -> None:
    keep_masses(spec, spec.compile())
    for geom in [geom for geom in spec.geoms if geom.type in SCENERY]:
        spec.delete(geom)
    for material in spec.materials:
        material.textures = [""] * len(material.textures)
    for unused in (spec.meshes, spec.pairs, spec.sensors, spec.textures):
        for element in list(unused):
            spec.delete(element)


def keep_masses(spec: mujoco.MjSpec, model: mujoco.MjModel) -> None:
    for body in spec.bodies[1:]:
        number = model.body(body.name).id
        if model.body_mass[number] > 0:
            body.explicitinertial = True
            body.mass = model.body_mass[number]
            body.ipos = model.body_ipos[number]
            body.iquat = model.body_iquat[number]
            body.inertia = model.body_inertia[number]
            body.fullinertia = np.full(6, np.nan)
