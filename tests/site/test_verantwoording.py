"""Accountability: council documents, places, money, the summary and what it all rests on."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest
from bs4 import Tag

from tests.programmes import Built
from tests.sources import (
    get_article,
    get_list,
    get_section,
    get_text,
    is_public,
    read_records,
    read_terms,
)

EDITIES = ("intern", "publiek")
KLAAR = {"afgerond", "geborgd"}


@pytest.mark.parametrize("editie", EDITIES)
def test_council_documents_are_grouped_by_number(built: Built, editie: str) -> None:
    """A motion that more actions answer stands there once, with all those actions."""
    groups: dict[str, set[str]] = {}
    for actie in read_records(built, "acties"):
        if editie == "intern" or is_public(actie):
            for stuk in get_list(actie, "raadsstukken"):
                groups.setdefault(stuk["nummer"], set()).add(str(actie["id"]).lower())
    shown: dict[str, set[str]] = {}
    for dossier in get_article(built, editie, "raad").select(".stuk"):
        number = next(nummer for nummer in groups if nummer in get_text(dossier))
        assert number not in shown
        shown[number] = {
            str(link["href"]).split("/")[-1].removesuffix(".html")
            for link in dossier.select('li a:not([href$="#voortgang"])')
        }
        assert "Komt terug in de raad" in get_text(dossier)
    assert shown == groups
    assert max(map(len, groups.values())) > 1


@pytest.mark.parametrize("editie", EDITIES)
def test_what_residents_notice_stands_under_its_wijk(built: Built, editie: str) -> None:
    """Every action that residents notice is there once, and nothing that was stopped."""
    expected: dict[str, set[str]] = {}
    for actie in read_records(built, "acties"):
        is_shown = editie == "intern" or is_public(actie)
        if is_shown and "wat_merk_ik" in actie and actie["actiestatus"] != "vervallen":
            plek = actie.get("locatie", {})
            assert isinstance(plek, dict)
            name = f"{str(actie['id']).lower()}.html"
            expected.setdefault(plek.get("wijk", ""), set()).add(name)
    shown: dict[str, set[str]] = {}
    for heading in get_article(built, editie, "wat-merk-ik-ervan").select("h2"):
        wijk = next((name for name in expected if name and get_text(heading).startswith(name)), "")
        cards = heading.find_next_sibling("ul")
        assert isinstance(cards, Tag)
        shown[wijk] = {str(a["href"]).split("/")[-1] for a in cards.select("a[href*='acties/']")}
    assert shown == expected


def test_summary_adds_the_budgets_by_funding(built: Built) -> None:
    """College and council see the sum of the files per kind of funding, on the intranet only."""
    names, sums = read_terms(built, "dekking"), Counter[str]()
    for actie in read_records(built, "acties"):
        if "budget_eur" in actie and actie["actiestatus"] != "vervallen":
            sums[names[str(actie["dekking"])]] += int(str(actie["budget_eur"]))
    money = get_section(get_article(built, "intern", "samenvatting"), "Geld")
    for name, total in sums.items():
        assert f"{name} € {total:,}".replace(",", ".") in money
    for heading in ("Geld", "Komende besluiten"):
        titles = get_article(built, "publiek", "samenvatting").select("h2")
        assert not any(heading in get_text(title) for title in titles)


@pytest.mark.parametrize("editie", EDITIES)
def test_summary_counts_the_actions_of_each_phase(built: Built, editie: str) -> None:
    """The number behind each phase is the number of files of that phase."""
    acties = [
        item for item in read_records(built, "acties") if editie == "intern" or is_public(item)
    ]
    counts = Counter(str(item["fase"]) for item in acties)
    ready = Counter(str(item["fase"]) for item in acties if item["actiestatus"] in KLAAR)
    section = get_section(get_article(built, editie, "samenvatting"), "Wat doen we?")
    for fase, name in read_terms(built, "fase").items():
        found = re.search(rf"{re.escape(name)} ?: (\d+) actie(?:s)?: ([^.]*)", section)
        assert found, name
        assert int(found.group(1)) == counts[fase]
        parts = re.findall(r"(\d+) (?!acties)", found.group(2))
        assert sum(map(int, parts)) == counts[fase]
        if ready[fase]:
            assert f"{ready[fase]} klaar" in found.group(2)


@pytest.mark.parametrize("editie", EDITIES)
def test_every_statement_of_the_sources_leads_to_its_page(built: Built, editie: str) -> None:
    """Each row has a link to a page of this edition, or says that it is on the intranet."""
    rows = get_article(built, editie, "over/onderbouwing").select("tbody tr")
    records = read_records(built, "onderbouwing")
    assert [get_text(row.select("th .nummer")[0]) for row in rows] == [
        str(item["id"]) for item in records
    ]
    for row, item in zip(rows, records, strict=True):
        exists = (built.edities[editie] / f"{item['pagina']}.html").is_file()
        assert bool(row.select("a[href]")) is exists
        if not exists:
            assert editie == "publiek"
            assert "op het intranet" in get_text(row)


def test_figures_in_the_summary_are_those_of_the_nulmeting(built: Built) -> None:
    """The summary says in one sentence what the page of the material flows says."""
    flows = built.root / "data" / "grondstofstromen.csv"
    with flows.open(encoding="utf-8-sig") as file:
        assert len(list(csv.reader(file, delimiter=";"))) > 1
    figure = built.page("publiek", "nulmeting/grondstofstromen").select_one(
        'figure[data-figuur="stromen-themas"] figcaption'
    )
    assert figure is not None
    sentence = get_text(figure).removesuffix("Voorbeeldcijfer").strip()
    assert sentence in get_section(get_article(built, "publiek", "samenvatting"), "Waar staan we?")
