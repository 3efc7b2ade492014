"""When something was last changed: on the pages of the intranet, and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.history import read_historie
from generator.model.basis import Editie
from generator.pipeline import choose_visible, inspect, make_draft
from generator.present.historie import Historie
from tests.repositories import change, commit, git, start_repository

ACTIE = "data/acties/A-0001.yaml"
METINGEN = "data/metingen/restafval_inw.csv"
KOP = "Laatst gewijzigd"


@pytest.fixture(autouse=True)
def _bounds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A repository around the folder of the tests is no repository of theirs."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def _write(root: Path, historie: Historie | None, editie: Editie = Editie.INTERN) -> dict[str, str]:
    """The pages of records with a file of their own, and the one about the method."""
    found = inspect(root)
    assert found.programma is not None
    visible, moment = choose_visible(found.programma, editie, found.peildatum)
    draft = make_draft(visible, editie, moment, None, historie)
    shown = ("acties/a-", "indicatoren/", "keuzehulp/", "over/bronnen")
    return {page.pad: page.write().markdown for page in draft.pages if page.pad.startswith(shown)}


def test_day_of_a_record_is_that_of_its_files(proefdorp_map: Path) -> None:
    """An indicator has two files, and the newest change of the two counts."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    change(proefdorp_map, METINGEN, "2021;140;", "2021;141;")
    commit(proefdorp_map, date(2026, 11, 3))
    found = read_historie(proefdorp_map)
    assert found.dagen["indicator", "restafval_inw"] == date(2026, 11, 3)
    assert found.dagen["indicator", "bewustzijn"] == date(2026, 9, 1)
    assert found.dagen["actie", "A-0001"] == date(2026, 9, 1)
    assert {soort for soort, _ in found.dagen} == {"actie", "indicator", "keuzehulp"}
    assert (found.los, found.onbekend) == (frozenset(), "")


def test_pages_of_the_intranet_say_when_something_was_last_changed(proefdorp_map: Path) -> None:
    """An action, an indicator and a situation each have the day of their own file."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    change(proefdorp_map, "data/acties/A-0002.yaml", "eind: 2026-06", "eind: 2026-09")
    found = read_historie(proefdorp_map)
    pages = _write(proefdorp_map, found)
    assert f"{KOP}</dt><dd>1 september 2026</dd>" in pages["acties/a-0001"]
    assert f"{KOP}</dt><dd>nog niet vastgelegd</dd>" in pages["acties/a-0002"]
    assert f"{KOP}</dt><dd>1 september 2026</dd>" in pages["indicatoren/restafval_inw"]
    assert f"{KOP}</dt><dd>1 september 2026</dd>" in pages["keuzehulp/stoep"]
    assert "Die dag komt uit git" in pages["over/bronnen"]


def test_public_edition_is_the_same_with_and_without_history(proefdorp_map: Path) -> None:
    """A day would tell of changes that are hidden, so the public edition has none."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    found = read_historie(proefdorp_map)
    assert found.dagen
    without = _write(proefdorp_map, None, Editie.PUBLIEK)
    assert _write(proefdorp_map, found, Editie.PUBLIEK) == without


def test_without_history_no_page_has_a_day_and_one_says_why(proefdorp_map: Path) -> None:
    """Who looks for a day reads once why there is none; no page shows a day that is not true."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    commit(proefdorp_map, date(2026, 11, 3))
    address = proefdorp_map.absolute().as_uri()
    git(proefdorp_map.parent, "clone", "--quiet", "--depth=1", address, "ondiep")
    found = read_historie(proefdorp_map.parent / "ondiep")
    pages = _write(proefdorp_map, found)
    assert [pad for pad, text in pages.items() if KOP in text] == []
    reason = "Dat is niet bekend: deze map is een ondiepe kopie (shallow clone)"
    assert [
        pad
        for pad, text in pages.items()
        if reason in text.replace("&#40;", "(").replace("&#41;", ")")
    ] == ["over/bronnen"]


def test_history_that_nobody_asked_for_is_on_no_page(proefdorp_map: Path) -> None:
    """A site that is made without looking at git, says nothing about it."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    pages = _write(proefdorp_map, None)
    assert [pad for pad, text in pages.items() if KOP in text or "uit git" in text] == []


def test_same_repository_gives_the_same_pages(proefdorp_map: Path) -> None:
    """Building twice from the same versions gives the same words."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    one, two = (_write(proefdorp_map, read_historie(proefdorp_map)) for _ in "ab")
    assert one == two
