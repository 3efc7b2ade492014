"""One rule for names that Windows refuses, for sources and for the zip."""

from __future__ import annotations

import pytest

from generator.findings import GeneratorError
from generator.load.names import judge_name
from generator.publish.offline import refuse_names


@pytest.mark.parametrize(
    "name", ["com¹.yaml", "LPT0", "conout$", "aux .csv", "nul.tar.gz", "a|b.yaml", "a.", "a "]
)
def test_name_that_windows_refuses_is_refused_in_sources_and_in_the_zip(name: str) -> None:
    """Whoever works on Windows can hold every source file, and unpack every file of the site."""
    assert judge_name(name)
    with pytest.raises(GeneratorError, match="kan niet in de zip"):
        refuse_names([f"top/{name}"])


@pytest.mark.parametrize("name", ["console.yaml", "com10.csv", "nulmeting.md", "a b.é"])
def test_name_that_only_begins_as_a_reserved_one_is_taken(name: str) -> None:
    """Ordinary words are names."""
    assert judge_name(name) is None
    refuse_names([f"top/{name}"])
