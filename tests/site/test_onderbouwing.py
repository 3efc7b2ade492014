"""Every statement of the source texts is answered on a page, with values that follow from the data.

The readers in the folder onderbouwing say, per statement, what must stand on its page. They read
the data themselves; nothing here comes from the program but the pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.programmes import Built, build, copy_programme
from tests.site.onderbouwing import kansen, mensen, nulmeting, richting, uitvoering, voortgang
from tests.site.onderbouwing.bron import Bron
from tests.site.onderbouwing.pagina import (
    Afwezig,
    Link,
    Pagina,
    flatten,
    read_prose,
    samen,
    type_verwacht,
)
from tests.site.onderbouwing.register import LEZERS
from tests.site.onderbouwing.voortgang import list_tempo

ONDERWERPEN = (richting, nulmeting, kansen, mensen, uitvoering, voortgang)
"""The modules with readers; importing them fills LEZERS."""

UITSPRAKEN = (
    *(
        "S0",
        "S1",
        "S2",
        "S3",
        "S4",
        "S5",
        "S6",
        "S7",
        "S8",
        "S9",
        "S10",
        "S11",
        "S12",
        "S13",
        "S14",
    ),
    *("S15", "S16", "S17", "S18", "S19", "S20", "S21", "S22", "S23", "S24", "S25", "S26", "S27"),
    *(
        "S28",
        "S29",
        "S30",
        "S31",
        "S32",
        "S33",
        "S34",
        "S35",
        "S36",
        "S37",
        "S38",
        "S39",
        "S40",
        "S41",
    ),
    *("K0", "K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9", "K10", "K11", "K12", "K13"),
    *("K14", "K15", "K16", "K17", "K18", "K19", "K20", "K21", "K22"),
)
"""The rows of DOMAIN 1.3."""

PROZA = {"S29"}
"""Statements answered by prose that quotes its source; elsewhere typed prose proves nothing."""

PUBLIEK_ANDERS = {
    "S30": "the public edition has a neutral text of each barrier",
    "S31": "the public edition has a neutral text of each barrier",
}
"""Statements whose values are not on the public page, and why."""

PAD = "over/onderbouwing"


def _rows(built: Built, editie: str) -> Mapping[str, Tag]:
    """The rows of the built page by the statement that each is about."""
    return _read_rows(built.edities[editie] / f"{PAD}.html")


@cache
def _read_rows(file: Path) -> Mapping[str, Tag]:
    tree = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    table = tree.select_one("article table")
    assert table is not None
    found = {
        flatten(row.select("th .nummer")[0].get_text()): row for row in table.select("tbody tr")
    }
    assert len(found) == len(table.select("tbody tr"))
    return found


def _follow(built: Built, editie: str, uitspraak: str) -> Path:
    """The file that the link of a statement leads to."""
    link = _rows(built, editie)[uitspraak].select_one("a[href]")
    assert link is not None, f"{uitspraak} has no link"
    start = built.edities[editie] / f"{PAD}.html"
    target = (start.parent / str(link["href"])).resolve()
    assert target.is_file(), f"{uitspraak} leads to nothing: {link['href']}"
    return target


def _open(built: Built, editie: str, uitspraak: str) -> Pagina:
    """The page that a statement leads to, without the introduction that somebody typed."""
    file = _follow(built, editie, uitspraak)
    pad = file.relative_to(built.edities[editie].resolve()).with_suffix("").as_posix()
    return Pagina(file, "" if uitspraak in PROZA else read_prose(built.root, pad))


def _read(root: Path, uitspraak: str) -> list[type_verwacht]:
    """What must stand on the page of a statement; at least one thing must be there."""
    expected = LEZERS[uitspraak](Bron(root))
    assert [item for item in expected if not isinstance(item, Afwezig)]
    return expected


def test_every_statement_of_the_sources_has_a_row(built: Built) -> None:
    """The file and both editions list every statement, and each has a reader in this test."""
    rows = Bron(built.root).lijst("onderbouwing")
    assert [row["id"] for row in rows] == list(UITSPRAKEN)
    assert set(LEZERS) == set(UITSPRAKEN)
    for editie in built.edities:
        assert list(_rows(built, editie)) == list(UITSPRAKEN)


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_every_row_says_what_was_stated_and_how_it_is_answered(built: Built, editie: str) -> None:
    """The gist of the statement and the answer stand in words in the row."""
    shown = _rows(built, editie)
    for row in Bron(built.root).lijst("onderbouwing"):
        text = flatten(shown[row["id"]].get_text(" "))
        assert flatten(row["kern"]) in text
        assert flatten(row["antwoord"]) in text


@pytest.mark.parametrize("uitspraak", UITSPRAKEN)
def test_the_link_leads_to_a_page_that_answers(built: Built, uitspraak: str) -> None:
    """Behind the link of a statement stand values that follow from the data."""
    page = _open(built, "intern", uitspraak)
    missing = [item for item in _read(built.root, uitspraak) if not page.shows(item)]
    assert missing == [], f"{page.file.name} does not show {len(missing)} expected values"


def test_public_rows_link_or_say_that_the_page_is_on_the_intranet(built: Built) -> None:
    """A row links to its page where that is public; otherwise it says so, without a link."""
    hidden = []
    for uitspraak, row in _rows(built, "publiek").items():
        source = next(x for x in Bron(built.root).lijst("onderbouwing") if x["id"] == uitspraak)
        target = built.edities["publiek"] / f"{source['pagina']}.html"
        if target.is_file():
            assert _follow(built, "publiek", uitspraak) == target.resolve()
        else:
            assert row.select("a") == []
            assert flatten(row.select("td")[-1].get_text()) == "op het intranet"
            hidden.append(uitspraak)
    assert 0 < len(hidden) < len(UITSPRAKEN) / 2


def test_public_pages_answer_as_well(built: Built) -> None:
    """A public link leads to at least a part of what the intranet shows there."""
    for uitspraak, row in _rows(built, "publiek").items():
        if row.select("a") and uitspraak not in PUBLIEK_ANDERS:
            page = _open(built, "publiek", uitspraak)
            wanted = [x for x in _read(built.root, uitspraak) if not isinstance(x, Afwezig)]
            assert any(page.shows(item) for item in wanted), uitspraak


def test_every_indicator_tells_its_baseline(built: Built) -> None:
    """An indicator has a nulmeting, or says why there is none yet (S12)."""
    for identifier, source in Bron(built.root).folder("indicatoren").items():
        page = Pagina(built.edities["intern"] / "indicatoren" / f"{identifier}.html")
        if "nulmeting" in source:
            expected = samen("Nulmeting", f"in {source['nulmeting']['jaar']}")
        else:
            expected = samen("Nulmeting", source["nog_geen_nulmeting"])
        assert page.shows(expected), identifier


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_decisions_are_linked_both_ways(built: Built, editie: str) -> None:
    """Whatever a decision is about links to the log, and the log links to it (S37)."""
    seen = 0
    for item in Bron(built.root).lijst("bijsturingen"):
        if editie == "publiek" and item.get("zichtbaarheid") != "publiek":
            continue
        pads = [f"indicatoren/{name}" for name in item.get("indicatoren", [])]
        pads += [f"acties/{name.lower()}" for name in item.get("acties", [])]
        for pad in pads:
            file = built.edities[editie] / f"{pad}.html"
            if file.is_file():
                assert Pagina(file).shows(samen(item["titel"], Link("voortgang/bijsturing"))), pad
                seen += 1
    assert seen


def test_every_indicator_with_a_goal_tells_the_pace_that_is_needed(built: Built) -> None:
    """Far goals become a pace: what was needed a year until now, and what is from now on (S6)."""
    for identifier, source in Bron(built.root).folder("indicatoren").items():
        if not list_tempo(Bron(built.root), identifier):
            continue
        page = Pagina(built.edities["intern"] / "indicatoren" / f"{identifier}.html")
        missing = [x for x in list_tempo(Bron(built.root), identifier) if not page.shows(x)]
        assert missing == [], (identifier, source["naam"])


@pytest.mark.parametrize("uitspraak", UITSPRAKEN)
def test_empty_elements_answer_nothing(built: Built, uitspraak: str) -> None:
    """A page that has all its headings, tables and links, but no words in them, proves nothing."""
    page = _open(built, "intern", uitspraak)
    for text in page.article.find_all(string=True):
        text.replace_with("")
    wanted = [item for item in _read(built.root, uitspraak) if not isinstance(item, Afwezig)]
    assert not all(page.shows(item) for item in wanted)


WIJZIGINGEN = (
    ("grondstofstromen.csv", ";0;1;4000;", ";0;1;40000;", ("S16", "S17", "S18", "K8")),
    ("inkoop.csv", "gww;14600000;0,85", "gww;14600000;0,45", ("K16",)),
    ("challenge.yaml", "aantal: 1180", "aantal: 2360", ("S27",)),
    ("integratie.csv", "voorstellen;;2;3", "voorstellen;;1;3", ("S35",)),
    ("acties/A-0001.yaml", "fase: leren_experimenteren", "fase: opschaling", ("S33", "K3")),
    ("kansen.yaml", "bron_idee: werkatelier", "bron_idee: raad", ("K18",)),
    ("draagvlak.csv", "openbare_ruimte;;na;16;4,25", "openbare_ruimte;;na;16;2,25", ("S22",)),
    ("draagvlak.csv", ";;K-01;;;voor;68;3,4;", ";;K-01;;;voor;68;2,4;", ("K19",)),
    ("bewustzijn.csv", "taak;management;;2;4;6;12", "taak;management;;2;4;12;6", ("S7",)),
    ("bewustzijn.csv", "taak;;ruimte;2;8;14;13", "taak;;ruimte;2;8;20;7", ("S7",)),
    ("acties/A-0006.yaml", "waarde: -28", "waarde: -38", ("S24",)),
    ("metingen/restafval_inw.csv", "restafval_inw;2025;163", "restafval_inw;2025;158", ("S6",)),
    ("bijsturingen.yaml", "datum: 2026-03-24", "datum: 2026-03-26", ("S37",)),
)
"""A file, what stands there, what it becomes, and the statements whose values follow from it."""


def test_other_data_ask_for_other_values(built: Built, tmp_path: Path) -> None:
    """After a change in the data the old page no longer answers, and a new build does."""
    root = copy_programme(tmp_path / "programma")
    for name, old, new, _ in WIJZIGINGEN:
        file = root / "data" / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds: {old}"
        file.write_text(text.replace(old, new), encoding="utf-8")
    site = build(root)
    again = Built(root, {editie: site / editie for editie in built.edities})
    for uitspraak in [item for *_, changed in WIJZIGINGEN for item in changed]:
        expected = _read(root, uitspraak)
        old_page, new_page = _open(built, "intern", uitspraak), _open(again, "intern", uitspraak)
        assert not all(old_page.shows(item) for item in expected), uitspraak
        assert [item for item in expected if not new_page.shows(item)] == [], uitspraak
