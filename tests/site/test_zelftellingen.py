"""What the programme counts about itself equals a count of the files, for each edition and day."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest

from tests.lichten import Lichten, first_day, last_day, read
from tests.programmes import Built
from tests.sources import get_article, get_text, is_public, read_records, read_yaml

NU: Final = date(2026, 10, 1)
MAANDEN: Final = {2: "februari", 10: "oktober"}
DAGEN: Final = {"oktober": NU, "februari": date(2027, 2, 10)}
type_acties = dict[str, dict[str, Any]]
type_count = tuple[int, int]


@pytest.fixture(params=DAGEN)
def dag(request: pytest.FixtureRequest) -> str:
    """Each of the two days."""
    found: str = request.param
    return found


@pytest.fixture
def site(dag: str, built: Built, februari: Built) -> Built:
    """The site of the day."""
    return built if dag == "oktober" else februari


def _see(site: Built, editie: str, dag: date) -> tuple[Lichten, type_acties]:
    """What an edition holds of the actions on a day: in public as the last report told."""
    lichten = Lichten(site.root / "data", dag)
    if editie == "intern":
        return lichten, lichten.acties
    reports = sorted((site.root / "data" / "vastgesteld").glob("*.yaml"))
    known = [path for path in reports if date.fromisoformat(path.stem) <= dag]
    lichten = Lichten(site.root / "data", date.fromisoformat(known[-1].stem))
    told = {item["actie"]: item["actiestatus"] for item in read(known[-1])["acties"]}
    return lichten, {
        key: {name: value for name, value in actie.items() if name != "voortgang_handmatig"}
        | {"actiestatus": told.get(key, actie["actiestatus"])}
        for key, actie in lichten.acties.items()
        if is_public(actie)
    }


def _count_eigenaar(lichten: Lichten, acties: type_acties) -> type_count:
    going_on = [actie for actie in acties.values() if lichten.goes_on(actie)]
    (days,) = [int(item["dagen"]) for item in lichten.regels if item["soort"] == "niet_bevestigd"]
    confirmed = [(actie, lichten.confirmed(actie)) for actie in going_on]
    good = [
        actie
        for actie, day in confirmed
        if "eigenaar_team" in actie and day and (lichten.dag - day).days <= days
    ]
    return len(good), len(going_on)


def _count_op_tijd(lichten: Lichten, acties: type_acties) -> type_count:
    klassen = lichten.names("actiestatus", "klasse")
    due = [
        item
        for actie in acties.values()
        if klassen[actie["actiestatus"]] != "vervallen"
        for item in actie.get("mijlpalen", [])
        if last_day(item["gepland"]) <= lichten.dag
    ]
    good = [
        item
        for item in due
        if "behaald" in item
        and first_day(item["behaald"]) <= min(lichten.dag, last_day(item["gepland"]))
    ]
    return len(good), len(due)


def _count_hoog(_: Lichten, acties: type_acties) -> type_count:
    first = [actie["r_strategie"][0] for actie in acties.values() if actie["r_strategie"]]
    return sum(name in {"R0", "R1", "R2", "R3"} for name in first), len(first)


def _count_opgelost(lichten: Lichten, _: type_acties) -> type_count:
    every = read(lichten.data / "belemmeringen.yaml")["belemmeringen"]
    moments = [first_day(item["opgelost_op"]) for item in every if "opgelost_op" in item]
    return sum(moment <= lichten.dag for moment in moments), len(every)


COUNTS: Final[dict[str, tuple[Callable[[Lichten, type_acties], type_count], str]]] = {
    "acties_met_eigenaar": (_count_eigenaar, "acties die doorlopen"),
    "r_hoog": (_count_hoog, "acties met een R-strategie"),
    "uitvoering_tijdig": (_count_op_tijd, "mijlpalen die klaar moesten zijn"),
    "belemmering_opgelost": (_count_opgelost, "belemmeringen"),
}
PUBLIEK: Final = ("acties_met_eigenaar", "r_hoog")


def _round(teller: int, noemer: int) -> int:
    return int(Fraction(100 * teller, noemer) + Fraction(1, 2))


@pytest.mark.parametrize(
    ("editie", "indicator"),
    [*(("intern", name) for name in COUNTS), *(("publiek", name) for name in PUBLIEK)],
)
def test_page_says_how_many_of_how_many(site: Built, dag: str, editie: str, indicator: str) -> None:
    """The page names the count, of what it is, and the percentage that follows from it."""
    count, words = COUNTS[indicator]
    lichten, acties = _see(site, editie, DAGEN[dag])
    teller, noemer = count(lichten, acties)
    openbaar = "openbare " if editie == "publiek" else ""
    article = get_article(site, editie, f"indicatoren/{indicator}")
    (told,) = [get_text(item) for item in article.select(".zelftelling")]
    day = f"{lichten.dag.day} {MAANDEN[lichten.dag.month]} {lichten.dag.year}"
    counted = f"{teller} van de {noemer} {openbaar}{words}"
    assert told == f"Het programma telt dit zelf. Op {day}: {counted} ."
    sentence = get_text(article.select("figcaption")[0])
    assert f"{_round(teller, noemer)}% in {lichten.dag.year}" in sentence


def test_days_and_editions_differ(built: Built, februari: Built) -> None:
    """The counts change with the day and the edition, so that a mix-up would be seen."""
    found = {
        (site is built, editie): [
            COUNTS[name][0](*_see(site, editie, NU if site is built else DAGEN["februari"]))
            for name in PUBLIEK
        ]
        for site in (built, februari)
        for editie in ("intern", "publiek")
    }
    assert found[True, "intern"][0] != found[False, "intern"][0]
    assert found[True, "intern"][0] != found[True, "publiek"][0]
    assert found[True, "publiek"] == found[False, "publiek"]


def test_counts_of_barriers_and_lateness_are_on_the_intranet_only(built: Built) -> None:
    """Everyone sees neither how many barriers there are, nor how many milestones came late."""
    for name in set(COUNTS) - set(PUBLIEK):
        assert (built.edities["intern"] / f"indicatoren/{name}.html").is_file()
        assert not (built.edities["publiek"] / f"indicatoren/{name}.html").exists()


def test_all_indicators_of_the_catalogue_are_there(built: Built) -> None:
    """The 22 indicators of the catalogue are in the sample, and each has an owner."""
    records = {str(item["id"]): item for item in read_records(built, "indicatoren")}
    catalogue = {
        *("restafval_inw", "afval_totaal_inw", "scheiding", "primair_abiotisch"),
        *("aandeel_niet_primair", "mki_totaal", "mki_per_m2", "mpg", "hergebruik_uit"),
        *("circulair_inkoop", "aanbest_criterium", "co2_inkoop", "integratiegraad"),
        *("acties_met_eigenaar", "bewustzijn", "standaard_meenemen", "challenge_deelname"),
        *("challenge_co2_afval", "belemmering_opgelost", "uitvoering_tijdig"),
        *("circulair_ambacht", "r_hoog"),
    }
    assert len(catalogue) == 22
    assert catalogue <= set(records)
    teams = {str(item["id"]) for item in read_records(built, "teams")}
    assert {str(item["eigenaar_team"]) for item in records.values()} <= teams


def _latest(built: Built, indicator: str, jaar: str) -> Decimal:
    path = built.root / "data" / "metingen" / f"{indicator}.csv"
    with path.open(encoding="utf-8") as file:
        (row,) = [item for item in csv.DictReader(file, delimiter=";") if item["jaar"] == jaar]
    return _read_number(row["waarde"])


def _read_number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def test_footprint_of_procurement_equals_the_analysis(built: Built) -> None:
    """The indicator says what the procurement analysis adds up to."""
    with (built.root / "data" / "inkoop.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    parts = [
        _read_number(row["uitgaven_eur"]) * _read_number(row["co2_kg_per_eur"]) for row in rows
    ]
    kton = sum(parts, Decimal(0)) / 1_000_000
    assert _latest(built, "co2_inkoop", "2025") == round(kton, 1)


def test_saving_of_the_challenge_equals_the_assignments(built: Built) -> None:
    """The indicator adds up what the assignments saved that enough people did."""
    source = read_yaml(built.root / "data" / "challenge.yaml")
    opdrachten = source["opdrachten"]
    assert isinstance(opdrachten, list)
    shown = [item for item in opdrachten if int(item["deelnemers"]) >= 5]
    assert len(shown) < len(opdrachten)
    saved = sum(
        _read_number(item["aantal"])
        * (_read_number(item["co2_kg_oud"]) - _read_number(item["co2_kg_nieuw"]))
        for item in shown
    )
    assert _latest(built, "challenge_co2_afval", "2025") == round(saved)


def test_share_of_employees_equals_the_survey(built: Built) -> None:
    """The indicator says what part agrees or fully agrees with the statement."""
    with (built.root / "data" / "bewustzijn.csv").open(encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter=";")
            if row["stelling"] == "standaard" and row["niveau"]
        ]
    answers = [[int(row[f"n{number}"]) for number in range(1, 6)] for row in rows]
    agree = sum(row[3] + row[4] for row in answers)
    share = Fraction(100 * agree, sum(map(sum, answers)))
    assert _latest(built, "standaard_meenemen", "2023") == int(share + Fraction(1, 2))


def test_one_indicator_waits_for_a_value_that_should_have_come(built: Built) -> None:
    """The sample shows how it looks when a value is late: with its reason and its date."""
    found = []
    for item in read_records(built, "indicatoren"):
        path = built.root / "data" / "metingen" / f"{item['id']}.csv"
        rows = []
        if path.exists():
            with path.open(encoding="utf-8") as file:
                rows = list(csv.DictReader(file, delimiter=";"))
        expected = str(item.get("volgende_publicatie", ""))
        if rows and not rows[-1]["waarde"] and expected and last_day(expected) < NU:
            found.append((str(item["id"]), rows[-1]["reden"]))
    ((indicator, reden),) = found
    words = get_text(get_article(built, "publiek", f"indicatoren/{indicator}"))
    assert reden in words
    assert re.search(r"september 2026", words)
