"""Every number of nature has its unit and its source, and equations hold none of their own."""

import tomllib

import pytest

from karani.circulation.physiology import GROUPS, read_fitted, read_physiology, read_quantities
from karani.errors import ContentError
from karani.library.packaged import PACKAGED_CONTENT

UNIT_OF_ENDING = {"_mmhg": "mmHg", "_ml": "ml", "_s": "s", "_share": "1", "_per_mmhg": "/mmHg", "_cm": "cm"}


@pytest.mark.parametrize("group", GROUPS)
def test_every_number_has_unit_and_source(group: str) -> None:
    for name, quantity in read_quantities(PACKAGED_CONTENT, group).items():
        assert quantity.unit, name
        assert len(quantity.source) > 2, name


@pytest.mark.parametrize("group", GROUPS)
def test_units_are_those_the_names_end_in(group: str) -> None:
    for name, quantity in read_quantities(PACKAGED_CONTENT, group).items():
        for ending in ("_mmhg", "_cm", "_share"):
            if name.endswith(ending) and "_per_" not in name:
                assert quantity.unit == UNIT_OF_ENDING[ending], name


def test_a_fitted_number_stays_within_three_standard_deviations_of_the_published_one() -> None:
    for name, value in read_fitted(PACKAGED_CONTENT).items():
        group, _, key = name.partition(".")
        published = read_quantities(PACKAGED_CONTENT, group)[key]
        assert published.log_sd is not None, name
        assert (
            1.0 / 2.718 ** (3.01 * published.log_sd)
            < value / published.value
            < 2.718 ** (3.01 * published.log_sd)
        )


def test_a_number_without_a_source_is_refused(tmp_path: object) -> None:
    from pathlib import Path
    from shutil import copytree

    folder = Path(str(tmp_path))
    copytree(PACKAGED_CONTENT / "physiology", folder / "physiology")
    heart = folder / "physiology" / "heart.toml"
    text = heart.read_text()
    table = tomllib.loads(text)
    first = next(iter(table))
    heart.write_text(text.replace(f'source = "{table[first]["source"]}"\n', "", 1))
    with pytest.raises(ContentError, match=f"{first}.source: is missing"):
        read_physiology(folder)
