"""The journal and the person's own answers, on their own machine."""

from karani.storage.export import export_csv, export_json
from karani.storage.ical import export_ical
from karani.storage.person import Look, Person, PoseNote, Wishes
from karani.storage.session import DonePose, Hurt, Mood, Session, session_from_dict, session_to_dict
from karani.storage.storage import Storage, open_storage

__all__ = [
    "DonePose",
    "Hurt",
    "Look",
    "Mood",
    "Person",
    "PoseNote",
    "Session",
    "Storage",
    "Wishes",
    "export_csv",
    "export_ical",
    "export_json",
    "open_storage",
    "session_from_dict",
    "session_to_dict",
]
