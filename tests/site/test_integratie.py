"""Policy, working methods and other tasks: the pages equal the data, computed here again."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from tests.programmes import Built

EDITIES = ("intern", "publiek")
PAD = "beleid-en-werkwijze"
FIGUREN = {"proces": "integratie-processen", "instrument": "integratie-instrumenten"}


def _read_yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _cells(built: Built) -> list[dict[str, str]]:
    with (built.root / "data" / "integratie.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _name(built: Built, woordenlijst: str) -> dict[str, str]:
    terms = _read_yaml(built.root / "data" / "woordenlijst" / f"{woordenlijst}.yaml")["termen"]
    return {term["id"]: term["naam"] for term in terms}


def _degree(rows: list[dict[str, str]], kolom: str) -> str:
    """The degree as a reader sees it: known scores over four times their number."""
    known = [int(row[kolom]) for row in rows if row[kolom].isdigit()]
    pct = Decimal(100 * sum(known)) / (4 * len(known)) if known else None
    return "?" if pct is None else f"{pct.quantize(Decimal(1), ROUND_HALF_UP)}%"


def _text(element: BeautifulSoup | Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").replace("\xa0", " ").split())


def _table(built: Built, editie: str, pad: str, naam: str) -> list[list[str]]:
    """The rows of the matrix whose CSV has this name, the head first."""
    page = built.page(editie, pad)
    link = page.select_one(f'a[href$="csv/{naam}.csv"]')
    assert link is not None
    figure = link.find_parent("figure")
    assert figure is not None
    return [[_text(cell) for cell in row.select("th, td")] for row in figure.select("tr")]


@pytest.mark.parametrize("editie", EDITIES)
def test_degree_on_the_page_equals_the_scan(built: Built, editie: str) -> None:
    """Now and wanted, over every combination whose score is known."""
    facts = _text(built.page(editie, PAD).select_one("dl.feiten"))
    rows = _cells(built)
    assert f"Opgenomen, nu {_degree(rows, 'score')}" in facts
    assert f"{_degree(rows, 'doelscore')} Voorbeeldcijfer" in facts
    assert f"Score nog niet bekend {sum(not row['score'] for row in rows)}" in facts


def test_scan_and_indicator_say_the_same(built: Built) -> None:
    """The newest measurement of the indicator is the degree of the scan."""
    path = built.root / "data" / "metingen" / "integratiegraad.csv"
    with path.open(encoding="utf-8") as file:
        newest = max(csv.DictReader(file, delimiter=";"), key=lambda row: int(row["jaar"]))
    assert f"{newest['waarde']}%" == _degree(_cells(built), "score")


@pytest.mark.parametrize("editie", EDITIES)
@pytest.mark.parametrize("veld", FIGUREN)
def test_matrix_shows_each_score_of_the_file(built: Built, editie: str, veld: str) -> None:
    """Every cell says now and wanted, n.v.t. or a question mark, as in the CSV."""
    head, *body = _table(built, editie, PAD, FIGUREN[veld])
    domeinen, kolommen = _name(built, "beleidsdomein"), _name(built, veld)
    shown = {
        (row[0], kop): cell for row in body for kop, cell in zip(head[1:], row[1:], strict=True)
    }
    rows = [row for row in _cells(built) if row[veld]]
    assert len(rows) >= 50
    for row in rows:
        now = {"nvt": "n.v.t.", "": "?"}.get(row["score"], row["score"])
        expected = now if row["score"] == "nvt" else f"{now} → {row['doelscore']}"
        assert shown[domeinen[row["beleidsdomein"]], kolommen[row[veld]]] == expected


@pytest.mark.parametrize("veld", FIGUREN)
def test_degree_by_domain_and_column_is_computed(built: Built, veld: str) -> None:
    """The edges of the matrix are the degrees of the row and of the column."""
    head, *body, last = _table(built, "publiek", PAD, FIGUREN[veld])
    rows = [row for row in _cells(built) if row[veld]]
    domeinen, kolommen = _name(built, "beleidsdomein"), _name(built, veld)
    for line in body:
        own = [row for row in rows if domeinen[row["beleidsdomein"]] == line[0]]
        assert line[1] == f"{_degree(own, 'score')} → {_degree(own, 'doelscore')}"
    for kop, cell in list(zip(head, last, strict=True))[2:]:
        own = [row for row in rows if kolommen[row[veld]] == kop]
        assert cell == f"{_degree(own, 'score')} → {_degree(own, 'doelscore')}"
    assert last[:2] == ["Samen", f"{_degree(rows, 'score')} → {_degree(rows, 'doelscore')}"]


def test_evidence_and_questions_stay_on_the_intranet(built: Built) -> None:
    """What teams wrote beside a score, and what is still to be asked, is not for everyone."""
    evidence = [row["bewijs"] for row in _cells(built) if row["bewijs"]]
    assert evidence
    intern, publiek = (_text(built.page(editie, PAD).select_one("article")) for editie in EDITIES)
    for text in evidence:
        assert text in intern
        assert text not in publiek
    assert "Is dat de bedoeling?" in intern
    assert "Is dat de bedoeling?" not in publiek


@pytest.mark.parametrize("editie", EDITIES)
def test_tasks_count_the_actions_of_the_edition(built: Built, editie: str) -> None:
    """Each number in the matrix of themes and tasks is a count of action files."""
    files = sorted((built.root / "data" / "acties").glob("*.yaml"))
    acties = [_read_yaml(path) for path in files]
    if editie == "publiek":
        acties = [item for item in acties if item.get("zichtbaarheid") == "publiek"]
    themas = _read_yaml(built.root / "data" / "themas.yaml")["themas"]
    opgaven = _name(built, "koppelopgave")
    counts = Counter(
        (item["thema"], opgave) for item in acties for opgave in item.get("koppelopgaven", [])
    )
    head, *body = _table(built, editie, "andere-opgaven", "opgaven-themas")
    assert head == ["Thema", *opgaven.values()]
    for thema, line in zip(themas, body, strict=True):
        named = thema.get("koppelopgaven", [])
        expected = [
            str(counts[thema["id"], opgave] or ("thema" if opgave in named else "–"))
            for opgave in opgaven
        ]
        assert line == [thema["naam"], *expected]


@pytest.mark.parametrize("editie", EDITIES)
def test_each_task_lists_its_actions(built: Built, editie: str) -> None:
    """Below the heading of a task stand links to the actions that name it, and no others."""
    page = built.page(editie, "andere-opgaven")
    files = sorted((built.root / "data" / "acties").glob("*.yaml"))
    acties = {path.stem: _read_yaml(path) for path in files}
    headings = {_text(item).removesuffix(" ¶"): item for item in page.select("article h2")}
    for opgave, naam in _name(built, "koppelopgave").items():
        expected = [
            name.lower()
            for name, item in acties.items()
            if opgave in item.get("koppelopgaven", [])
            and (editie == "intern" or item.get("zichtbaarheid") == "publiek")
        ]
        heading = next(item for text, item in headings.items() if text.startswith(naam))
        shown = []
        for item in heading.find_next_siblings():
            if item.name == "h2":
                break
            links = item.select('a[href*="acties/a-"]:not([href$="#voortgang"])')
            shown += [str(link["href"]) for link in links]
        assert shown == [f"acties/{name}.html" for name in expected]
