"""The people of the tests, as they told about themselves on their page."""

from karani.storage import Person

ASHA = Person(first_question_seen=True)
BEN = Person(conditions=frozenset({"low-back-pain"}), straight_leg_raise_deg=50.0, first_question_seen=True)
CHANDRA = Person(
    conditions=frozenset({"hypertension-controlled", "glaucoma"}), age=63, first_question_seen=True
)
DEV = Person(props=frozenset(), first_question_seen=True)
