"""The body: any person's, its joints, muscle paths, and its posture in any pose."""

from karani.body.body import Body, coordinates_from_deg, make_body, read_body, segment_frames
from karani.body.interpolate import interpolate
from karani.body.key_postures import solve_way_in, solve_way_out
from karani.body.model import read_model
from karani.body.muscle_geometry import MuscleGeometry, muscle_geometry
from karani.body.muscle_paths import muscle_paths
from karani.body.person import Person, Proportions
from karani.body.posture import ContactPoint, Posture, posture_to_dict
from karani.body.solve_posture import solve_posture

__all__ = [
    "Body",
    "ContactPoint",
    "MuscleGeometry",
    "Person",
    "Posture",
    "Proportions",
    "coordinates_from_deg",
    "interpolate",
    "make_body",
    "muscle_geometry",
    "muscle_paths",
    "posture_to_dict",
    "read_body",
    "read_model",
    "segment_frames",
    "solve_posture",
    "solve_way_in",
    "solve_way_out",
]
