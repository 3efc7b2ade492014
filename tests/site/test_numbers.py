"""Numbers on the pages equal numbers in the data, read and computed here without the program."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.programmes import Built


def _yaml(path: Path) -> dict[str, object]:
    """A YAML file with every scalar as text."""
    loaded: dict[str, object] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def _acties(built: Built, *, publiek: bool) -> list[dict[str, object]]:
    files = sorted((built.root / "data" / "acties").glob("*.yaml"))
    acties = [_yaml(path) | {"id": path.stem} for path in files]
    return [item for item in acties if not publiek or item.get("zichtbaarheid") == "publiek"]


def _text(element: BeautifulSoup, selector: str) -> str:
    found = element.select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").replace("\xa0", " ").split())


def _numbers(text: str) -> list[float]:
    found = re.findall(r"-?\d[\d.]*(?:,\d+)?", text)
    return [float(item.rstrip(".").replace(".", "").replace(",", ".")) for item in found]


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_actions_per_phase_equal_a_count_of_the_files(built: Built, editie: str) -> None:
    """The table under the chart counts the actions that this edition holds."""
    acties = _acties(built, publiek=editie == "publiek")
    expected = Counter(str(item["fase"]) for item in acties)
    table = built.page(editie, "aanpak").select_one('figure[data-figuur="acties-per-fase"] table')
    assert table is not None
    shown = [int(cell.get_text()) for cell in table.select("tbody td")]
    names = ("leren_experimenteren", "opschaling", "borging")
    assert shown == [expected[name] for name in names]


def _latest(built: Built, indicator: str) -> tuple[int, float]:
    """Year and value of the newest year with a value; of that year the newest publication."""
    path = built.root / "data" / "metingen" / f"{indicator}.csv"
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["waarde"]]
    newest = max(rows, key=lambda row: (int(row["jaar"]), row["publicatie"]))
    return int(newest["jaar"]), float(newest["waarde"].replace(",", "."))


@pytest.mark.parametrize(
    "indicator",
    ["restafval_inw", "afval_totaal_inw", "scheiding", "mki_totaal", "integratiegraad"],
)
def test_indicator_sentence_holds_the_latest_measurement(built: Built, indicator: str) -> None:
    """The sentence above the chart says the newest value and its year, as in the CSV."""
    jaar, waarde = _latest(built, indicator)
    sentence = _text(built.page("publiek", f"indicatoren/{indicator}"), "figcaption")
    assert waarde in _numbers(sentence)
    assert f"in {jaar}" in sentence


def test_change_since_the_baseline_is_the_difference(built: Built) -> None:
    """The sentence says how much less residual waste there is than at the nulmeting."""
    source = _yaml(built.root / "data" / "indicatoren" / "restafval_inw.yaml")
    nulmeting = source["nulmeting"]
    assert isinstance(nulmeting, dict)
    start = float(str(nulmeting["waarde"]).replace(",", "."))
    _, latest = _latest(built, "restafval_inw")
    sentence = _text(built.page("publiek", "indicatoren/restafval_inw"), "figcaption")
    found = re.search(r"Dat is ([\d,]+) kg per inwoner minder dan de nulmeting", sentence)
    assert found
    assert float(found.group(1).replace(",", ".")) == pytest.approx(start - latest)


def test_target_path_in_the_table_is_straight(built: Built) -> None:
    """A lineair path shows the baseline and the last target at its two ends."""
    source = _yaml(built.root / "data" / "indicatoren" / "mki_totaal.yaml")
    nulmeting, targets = source["nulmeting"], source["streefwaarden"]
    assert isinstance(nulmeting, dict)
    assert isinstance(targets, list)
    rows = built.page("publiek", "indicatoren/mki_totaal").select("figure table tbody tr")
    by_year = {row.select("th")[0].get_text(): row.select("td")[-1].get_text() for row in rows}
    assert _numbers(by_year[nulmeting["jaar"]]) == _numbers(nulmeting["waarde"])
    last = max(targets, key=lambda item: int(item["jaar"]))
    assert _numbers(by_year[last["jaar"]]) == _numbers(last["waarde"])
    start, end = int(nulmeting["jaar"]), int(last["jaar"])
    first, goal = _numbers(nulmeting["waarde"])[0], _numbers(last["waarde"])[0]
    between = [year for year in map(int, by_year) if start < year < end]
    assert between
    for year in between:
        on_path = first + (goal - first) * (year - start) / (end - start)
        assert _numbers(by_year[str(year)])[0] == pytest.approx(on_path, abs=0.5)


def test_revised_value_shows_what_was_published_before(built: Built) -> None:
    """A later publication replaces a value, and the earlier one stays to be seen."""
    path = built.root / "data" / "aangeleverd" / "nl_huishoudelijk_afval.csv"
    with path.open(encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["indicator"] == "totaal" and row["jaar"] == "2022"
        ]
    ordered = [row["waarde"] for row in sorted(rows, key=lambda row: row["publicatie"])]
    page = built.page("publiek", "over/bronnen")
    rows_2022 = [
        row.get_text(" ")
        for row in page.select("table tbody tr")
        if row.select("th")[0].get_text() == "2022" and ordered[-1] in row.get_text()
    ]
    assert len(ordered) == 3
    assert any(all(value in text for value in ordered) for text in rows_2022)


def test_thousands_of_the_national_file_are_thousands(built: Built) -> None:
    """9.091 kiloton is nine thousand, and 2023* is a provisional year."""
    path = built.root / "data" / "aangeleverd" / "cbs_83558NED_2023.csv"
    with path.open(encoding="utf-8") as file:
        row = next(csv.DictReader(file, delimiter=";"))
    assert (row["regio"], row["jaar"]) == ("Nederland", "2023*")
    value = row["totaal_huishoudelijk_kt"]
    cells = [
        cell.get_text(" ").split()
        for line in built.page("publiek", "over/bronnen").select("table tbody tr")
        if "2023" in [head.get_text() for head in line.select("th")]
        for cell in line.select("td")
    ]
    assert ["8.118", "kton", "voorlopig"] in cells
    assert value == "8.118"


def test_budget_on_the_action_page_equals_the_file(built: Built) -> None:
    """The intranet shows the budget of an action; the public site does not."""
    source = _yaml(built.root / "data" / "acties" / "A-0001.yaml")
    facts = _text(built.page("intern", "acties/a-0001"), ".ernaast dl.feiten")
    assert float(str(source["budget_eur"])) in _numbers(facts)
    assert "Budget" not in _text(built.page("publiek", "acties/a-0001"), ".ernaast dl.feiten")


def test_csv_beside_a_chart_holds_the_numbers_of_the_table(built: Built) -> None:
    """What a reader downloads is what the page shows."""
    text = (built.edities["publiek"] / "csv" / "acties-per-thema.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))[1:]
    expected = Counter(str(item["thema"]) for item in _acties(built, publiek=True))
    assert sorted(int(count) for _, count in rows) == sorted(expected.values())


def test_public_edition_holds_no_internal_value(built: Built) -> None:
    """Texts of internal actions, and internal fields of public ones, are in no public byte."""
    hidden: list[str] = []
    for item in _acties(built, publiek=False):
        if item.get("zichtbaarheid") != "publiek":
            hidden += [str(item["titel"]), str(item["omschrijving"])]
        moments = item.get("besluitmomenten", [])
        assert isinstance(moments, list)
        hidden += [moment["waarover"] for moment in moments]
    assert len(hidden) > 10
    intern = (built.edities["intern"] / "acties" / "a-0003.html").read_text(encoding="utf-8")
    assert any(value in BeautifulSoup(intern, "html.parser").get_text(" ") for value in hidden)
    for path in built.edities["publiek"].rglob("*"):
        if path.suffix in {".html", ".json", ".js", ".csv"}:
            text = " ".join(BeautifulSoup(path.read_bytes(), "html.parser").get_text(" ").split())
            assert not [value for value in hidden if value in text], path.name
