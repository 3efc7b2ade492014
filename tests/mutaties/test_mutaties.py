"""Single mistakes in the sample data: each is found, and pointed at where it was made."""

from __future__ import annotations

import pytest

from generator.pipeline import inspect
from tests.mutaties.oordeel import SAMPLE, VANDAAG, judge, make_mutatie, read_sample
from tests.mutaties.soorten import SOORTEN

RONDES = 3
"""Mistakes of each kind; `python -m tests.mutaties 2000` makes as many as anybody wants."""


def test_every_mistake_is_found_and_nearly_all_where_they_were_made() -> None:
    """Of mistakes of every kind none goes unseen, and at least 95% is shown on its own line."""
    sources = read_sample()
    count = RONDES * len(SOORTEN)
    uitslag = judge(make_mutatie(sources, 0, number) for number in range(count))
    assert uitslag.gemaakt.total() == count
    assert uitslag.gevonden == uitslag.gemaakt, dict(uitslag.gemist)
    assert uitslag.aandeel_geplaatst >= 0.95, dict(uitslag.gemist)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"r_strategie: [R3]\n", b"r_strategie: [ R3 ]  # alleen deze\n"),
        (b"\n", b"\r\n"),
        (b"", b"\xef\xbb\xbf"),
    ],
)
def test_other_spelling_of_the_same_is_no_mistake(old: bytes, new: bytes) -> None:
    """What says the same in another way is not called wrong: spaces, line ends, comments."""
    sources = read_sample()
    name = next(name for name in sources if "/acties/" in name and old in sources[name])
    content = sources[name].replace(old, new) if old else new + sources[name]
    before = inspect(SAMPLE, today=VANDAAG).findings
    assert inspect(SAMPLE, today=VANDAAG, anders={name: content}).findings == before


def test_mistakes_come_again_from_their_number() -> None:
    """Who reads about mistake 17 can make exactly that one again."""
    sources = read_sample()
    assert make_mutatie(sources, 5, 17) == make_mutatie(sources, 5, 17)
    assert make_mutatie(sources, 5, 17) != make_mutatie(sources, 6, 17)
