import pytest

from karani.errors import RequestError
from karani.library import Library
from karani.practice.props import props_at_hand


@pytest.mark.parametrize(
    ("named", "slug"),
    [
        ("chair", "chair"),
        ("couch", "chair"),
        ("The couch", "chair"),
        ("belt", "strap"),
        ("a wide belt", "strap"),
        ("folded bath towel", "blanket"),
        ("eye-pillow", "eye-pillow"),
    ],
)
def test_what_does_the_same_at_home_counts_as_the_prop(library: Library, named: str, slug: str) -> None:
    assert props_at_hand([named], library.props) == {slug}


@pytest.mark.parametrize("named", ["", "the", "trampoline", "ow"])
def test_what_is_no_prop_is_refused_in_a_sentence(library: Library, named: str) -> None:
    with pytest.raises(RequestError, match="is not a prop; "):
        props_at_hand([named], library.props)
