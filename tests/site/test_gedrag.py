"""Challenge, barriers, sessions and successes: the pages equal the data, computed here again."""

from __future__ import annotations

import csv
import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from tests.programmes import Built

EDITIES = ("intern", "publiek")
GRENS = 5


def _read_yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _records(built: Built, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _read_yaml(built.root / "data" / f"{name}.yaml")[name]
    return found


def _text(element: BeautifulSoup | Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").replace("\xa0", " ").split())


def _number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _saving(opdracht: dict[str, str], what: str) -> Decimal | None:
    old, new = opdracht.get(f"{what}_kg_oud"), opdracht.get(f"{what}_kg_nieuw")
    if old is None or new is None:
        return None
    return _number(opdracht["aantal"]) * (_number(old) - _number(new))


def _show(value: Decimal, digits: str) -> str:
    """A number as Dutch readers write it: `1.215,1`."""
    text = f"{value.quantize(Decimal(digits), ROUND_HALF_UP):,}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def _shown_opdrachten(built: Built) -> list[dict[str, str]]:
    opdrachten = _read_yaml(built.root / "data" / "challenge.yaml")["opdrachten"]
    return [item for item in opdrachten if int(item["deelnemers"]) >= GRENS]


@pytest.mark.parametrize("editie", EDITIES)
@pytest.mark.parametrize(("what", "kop"), [("co2", "CO2 bespaard"), ("afval", "Afval bespaard")])
def test_challenge_total_is_the_sum_of_what_is_shown(
    built: Built, editie: str, what: str, kop: str
) -> None:
    """Number of times the difference, added up over the assignments that enough people did."""
    savings = [_saving(item, what) for item in _shown_opdrachten(built)]
    total = sum((value for value in savings if value is not None), Decimal(0))
    page = built.page(editie, "challenge")
    assert f"{kop} {_show(total, '1')} kg" in _text(page.select_one("dl.feiten"))
    assert f"{_show(total, '1')} kg" in _text(page.select_one("figcaption"))


@pytest.mark.parametrize("editie", EDITIES)
def test_challenge_table_holds_each_assignment(built: Built, editie: str) -> None:
    """Each row shows what the assignment saved; one that few people did is nowhere."""
    rows = built.page(editie, "challenge").select("figure table tbody tr")
    shown = {
        _text(row.select_one("th")): [_text(cell) for cell in row.select("td")] for row in rows
    }
    opdrachten = _shown_opdrachten(built)
    assert list(shown) == [item["titel"] for item in opdrachten]
    for item in opdrachten:
        expected = [
            "–" if value is None else _show(value, "0.1")
            for value in (_saving(item, "co2"), _saving(item, "afval"))
        ]
        assert shown[item["titel"]][-2:] == expected


def test_assignment_of_a_few_people_is_in_no_byte(built: Built) -> None:
    """Whoever looks in the files of either site does not find it; the page says one is missing."""
    every = _read_yaml(built.root / "data" / "challenge.yaml")["opdrachten"]
    hidden = [item["titel"] for item in every if int(item["deelnemers"]) < GRENS]
    assert len(hidden) == 1
    for editie in EDITIES:
        for path in built.edities[editie].rglob("*"):
            if path.suffix in {".html", ".js", ".json", ".csv"}:
                assert hidden[0] not in path.read_text(encoding="utf-8", errors="ignore"), path
        caption = _text(built.page(editie, "challenge").select_one("figcaption"))
        assert "Niet getoond en niet meegeteld: 1 opdracht" in caption


@pytest.mark.parametrize("editie", EDITIES)
def test_share_of_participants_is_computed(built: Built, editie: str) -> None:
    """Participants of those who could take part, in whole percents."""
    source = _read_yaml(built.root / "data" / "challenge.yaml")
    share = _show(Decimal(100 * int(source["deelnemers"])) / int(source["bereik"]), "1")
    facts = _text(built.page(editie, "challenge").select_one("dl.feiten"))
    assert f"{source['deelnemers']} van de {source['bereik']} ({share}%)" in facts


def test_stories_are_told_with_consent_only(built: Built) -> None:
    """A story without consent is on no page of either site."""
    for story in _read_yaml(built.root / "data" / "challenge.yaml")["verhalen"]:
        for editie in EDITIES:
            told = story["tekst"].strip() in _text(built.page(editie, "challenge"))
            is_open = editie == "intern" or story.get("zichtbaarheid") == "publiek"
            assert told == (story["toestemming"] == "true" and is_open)


@pytest.mark.parametrize(
    ("figuur", "veld", "woordenlijst"),
    [
        ("belemmeringen-soorten", "praktisch", "barriere_praktisch"),
        ("belemmeringen-comb", "comb", "barriere_comb"),
    ],
)
def test_mentions_by_kind_equal_a_count_of_the_file(
    built: Built, figuur: str, veld: str, woordenlijst: str
) -> None:
    """Mentions that are too few to show are in no bar."""
    counts: Counter[str] = Counter()
    for item in _records(built, "belemmeringen"):
        mentions = int(item["meldingen"])
        counts[item[veld]] += mentions if mentions >= GRENS else 0
    terms = _read_yaml(built.root / "data" / "woordenlijst" / f"{woordenlijst}.yaml")["termen"]
    text = (built.edities["intern"] / "csv" / f"{figuur}.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    shown = {row["Soort"]: int(row["Meldingen"]) for row in rows}
    assert shown == {term["naam"]: counts[term["id"]] for term in terms}
    assert not (built.edities["publiek"] / "csv" / f"{figuur}.csv").exists()


def test_barriers_to_pick_up_are_those_without_action_or_solution(built: Built) -> None:
    """The list is what no action addresses and nobody solved, in alphabetical order."""
    waiting = [
        item["tekst"]
        for item in _records(built, "belemmeringen")
        if not item.get("acties") and not item.get("opgelost_op")
    ]
    page = built.page("intern", "belemmeringen")
    heading = next(item for item in page.select("h2") if "Nog op te pakken" in item.get_text())
    shown = [_text(item) for item in heading.find_next_siblings("ul")[0].select("li")]
    assert len(shown) == len(waiting) >= 3
    for text, line in zip(sorted(waiting, key=str.casefold), shown, strict=True):
        assert line.startswith(text)


def test_each_barrier_names_the_actions_that_remove_it(built: Built) -> None:
    """The table on the intranet links every barrier to its actions."""
    rows = built.page("intern", "belemmeringen").select("table.belemmeringen tbody tr")
    shown = {
        _text(row.select_one(".nummer")): [
            str(link["href"])[-11:-5].upper() for link in row.select('a[href*="acties/"]')
        ]
        for row in rows
    }
    assert shown == {
        item["id"]: item.get("acties", []) for item in _records(built, "belemmeringen")
    }


def test_public_page_of_barriers_holds_neutral_words_only(built: Built) -> None:
    """No quote, no kind, no number and no verdict; equal texts of a theme stand there once."""
    article = built.page("publiek", "belemmeringen").select_one("article")
    text = _text(article)
    records = _records(built, "belemmeringen")
    for item in records:
        assert item["tekst"] not in text
        assert item["id"] not in text
    terms = _read_yaml(built.root / "data" / "woordenlijst" / "barriere_comb.yaml")["termen"]
    assert not [term["naam"] for term in terms if re.search(rf"\b{term['naam']}\b", text)]
    assert article is not None
    lines = article.select("ul.uitspraken li")
    pairs = {(item["thema"], item["tekst_publiek"]) for item in records}
    assert len(lines) == len(pairs)
    assert "meldingen" not in text
    assert not article.select("figure")


def test_team_beside_a_barrier_only_when_it_agreed(built: Built) -> None:
    """The intranet names the team of a barrier when the team agreed to that."""
    rows = built.page("intern", "belemmeringen").select("table.belemmeringen tbody tr")
    shown = {_text(row.select_one(".nummer")): row.select('a[href*="teams/"]') for row in rows}
    for item in _records(built, "belemmeringen"):
        agreed = "team" in item and item.get("afgestemd_met_team") == "true"
        assert bool(shown[item["id"]]) == agreed


@pytest.mark.parametrize("editie", EDITIES)
def test_successes_lead_to_the_actions_they_started(built: Built, editie: str) -> None:
    """Each success of the edition links to the actions of its chain that the edition holds."""
    acties = {
        path.stem
        for path in (built.root / "data" / "acties").glob("*.yaml")
        if editie == "intern" or _read_yaml(path).get("zichtbaarheid") == "publiek"
    }
    expected = {
        item["titel"]: [name for name in [item["actie"], *item["leidt_tot"]] if name in acties]
        for item in _records(built, "successen")
        if item["toestemming"] == "true"
        and (editie == "intern" or item.get("zichtbaarheid") == "publiek")
    }
    page = built.page(editie, "successen/index")
    shown = {}
    for heading in page.select("article h2"):
        chain = heading.find_next_sibling("dl")
        assert isinstance(chain, Tag)
        links = [str(link["href"]) for link in chain.select('a[href*="acties/"]')]
        shown[_text(heading).removesuffix("¶").strip()] = [name[-11:-5].upper() for name in links]
    assert shown == expected
    assert f"Hier staan {len(expected)} successen" in _text(page.select_one("article"))


@pytest.mark.parametrize("editie", EDITIES)
def test_sessions_show_outcomes_and_only_larger_numbers(built: Built, editie: str) -> None:
    """Every session of the edition stands there with its outcomes; small numbers do not."""
    sessions = [
        item
        for item in _records(built, "bijeenkomsten")
        if editie == "intern" or item.get("zichtbaarheid") == "publiek"
    ]
    page = built.page(editie, "totstandkoming")
    shown = page.select("ol.sessies > li")
    assert len(shown) == len(sessions)
    by_title = {_text(item.select_one("strong")): _text(item) for item in shown}
    for item in sessions:
        text = by_title[item["titel"]]
        number = int(item["deelnemers"])
        assert (f"{number} deelnemers" in text) == (number >= GRENS)
        for outcome in item["opbrengst"]:
            assert " ".join(outcome["tekst"].split()) in text
            assert " ".join(outcome["gevolg"].split()) in text


def test_stakeholders_are_named_in_public_with_their_agreement(built: Built) -> None:
    """The intranet lists all organisations, the public site those that agreed."""
    for editie in EDITIES:
        shown = _text(built.page(editie, "totstandkoming").select_one("table.stakeholders"))
        for item in _records(built, "stakeholders"):
            agreed = item["akkoord_vermelding"] == "true"
            assert (item["organisatie"] in shown) == (editie == "intern" or agreed)
