"""The body: any person's, its joints, muscle paths, and its posture in any pose."""

from karani.body.body import Body, coordinates_from_deg, make_body, read_body, segment_frames
from karani.body.model import read_model
from karani.body.person import Person, Proportions

__all__ = [
    "Body",
    "Person",
    "Proportions",
    "coordinates_from_deg",
    "make_body",
    "read_body",
    "read_model",
    "segment_frames",
]
