"""A short run of the fuzzer, and every input that once broke something."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import Code
from tests.fuzz.cases import Broken, Cases, laid
from tests.fuzz.giants import iter_giants
from tests.fuzz.promises import assert_findings_only, assert_prose, assert_settings

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
ONCE_SLOW = {
    "csv-kolommen",
    "csv-puntkomma",
    "inkoop-smal",
    "proza-haken",
    "proza-mag-beelden",
    "proza-mag-hekken",
    "proza-mag-koppen",
    "teams-fout",
    "teams-velden",
    "teams-verwijzing",
    "yaml-korte-lijst",
    "yaml-richtlijnen",
    "yaml-zelfde-sleutel",
}
"""Giants that took minutes before they had a bound; the long run does them all."""


@pytest.fixture(scope="module")
def giants() -> dict[str, Broken]:
    """The giants that are tried here; all of them together would fill the memory."""
    made = iter_giants()
    return {name: Broken(file, content) for name, file, content in made if name in ONCE_SLOW}


def _judge(root: Path, broken: Broken) -> None:
    with laid(root, broken):
        if broken.name == "mkdocs.yml":
            assert_settings(root)
        else:
            pad = broken.name.removeprefix("content/").removesuffix(".md")
            assert_prose(assert_findings_only(root), pad)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_input_that_once_broke_something_is_only_a_finding(path: Path, tmp_path: Path) -> None:
    """What once stopped the program without a word is now a message with a place."""
    name = path.name.partition("--")[0].replace("+", "/")
    _judge(tmp_path / "programma", Broken(name, path.read_bytes()))


@pytest.mark.parametrize("start", range(0, 200, 25))
def test_broken_sources_give_findings_only(start: int, tmp_path: Path) -> None:
    """Whatever bytes stand in a source, the answer is a list of messages or a site."""
    cases = Cases(seed=0, giants=False)
    for number in range(start, start + 25):
        _judge(tmp_path / "programma", cases.make(number))


@pytest.mark.parametrize("name", sorted(ONCE_SLOW))
def test_huge_source_is_answered_soon(name: str, giants: dict[str, Broken], tmp_path: Path) -> None:
    """The largest file of one and the same thing does not keep the program busy for hours."""
    _judge(tmp_path / "programma", giants[name])


def test_broken_sources_come_again_from_their_number() -> None:
    """Who reads about case 17 can look at exactly that file."""
    assert Cases(seed=5).make(17) == Cases(seed=5).make(17)
    assert Cases(seed=5).make(17) != Cases(seed=6).make(17)


def test_broken_sources_reach_far_beyond_the_parser(tmp_path: Path) -> None:
    """The broken files are not all refused at the door: most kinds of mistakes are met."""
    cases, seen, good = Cases(seed=0, giants=False), set[Code](), 0
    for number in range(40):
        with laid(tmp_path / "programma", cases.make(number)) as root:
            inspection = assert_findings_only(root)
            seen |= {finding.code for finding in inspection.findings}
            good += inspection.programma is not None
    assert len(seen) > 10
    assert good > 3
