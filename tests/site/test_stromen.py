"""The material flows on the pages, computed again here from the CSV without the program."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from fractions import Fraction

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.programmes import Built

PAD = "nulmeting/grondstofstromen"
EDITIES = ("intern", "publiek")


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ".")) if text else Fraction(0)


def _rows(built: Built) -> list[dict[str, str]]:
    path = built.root / "data" / "grondstofstromen.csv"
    with path.open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _add(row: dict[str, str], begin: str) -> Fraction:
    return sum((_number(cell) for name, cell in row.items() if name.startswith(begin)), Fraction(0))


def _cost(row: dict[str, str]) -> Fraction:
    return _add(row, "in_") * _number(row["mki_eur_per_ton"])


def _group(built: Built, column: str) -> dict[str, tuple[Fraction, Fraction]]:
    """Tonnes in and environmental cost, by thema or materiaal."""
    sums: dict[str, tuple[Fraction, Fraction]] = defaultdict(lambda: (Fraction(0), Fraction(0)))
    for row in _rows(built):
        ton, euro = sums[row[column]]
        sums[row[column]] = (ton + _add(row, "in_"), euro + _cost(row))
    return dict(sums)


def _names(built: Built, path: str, key: str) -> dict[str, str]:
    text = (built.root / "data" / path).read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    return {item["id"]: item["naam"] for item in loaded[key]}


def _figure(built: Built, editie: str, naam: str) -> BeautifulSoup:
    """A figure of the page, by the link to its CSV: a table has no other name."""
    link = built.page(editie, PAD).select_one(f'a[href$="csv/{naam}.csv"]')
    assert link is not None
    found = link.find_parent("figure")
    assert found is not None
    return BeautifulSoup(str(found), "html.parser")


def _sentence(figure: BeautifulSoup) -> str:
    caption = figure.select_one("figcaption")
    assert caption is not None
    return " ".join(caption.get_text(" ").replace("\xa0", " ").split())


def _table(figure: BeautifulSoup) -> list[list[str]]:
    return [
        [cell.get_text(" ").strip() for cell in row.select("th, td")]
        for row in figure.select("tbody tr")
    ]


def _shown(cell: str) -> float:
    return float(cell.replace(".", "").replace(",", ".").replace("\N{MINUS SIGN}", "-"))


def test_sample_data_are_those_of_the_example(built: Built) -> None:
    """49,0 kiloton in, 24,3 out, and an exact balance on every row."""
    rows = _rows(built)
    assert len(rows) == 21
    assert round(float(sum(_add(row, "in_") for row in rows))) == 49019
    assert round(float(sum(_add(row, "uit_") for row in rows))) == 24265
    for row in rows:
        assert _add(row, "in_") == _add(row, "uit_") + _number(row["voorraadtoename_ton"])


@pytest.mark.parametrize("editie", EDITIES)
def test_conclusion_holds_the_share_of_the_two_themes(built: Built, editie: str) -> None:
    """Openbare ruimte (39 %) and gebiedsontwikkeling (43 %) hold 82 % of the cost."""
    sums = _group(built, "thema")
    total = sum(euro for _, euro in sums.values())
    shares = {name: float(100 * euro / total) for name, (_, euro) in sums.items()}
    assert round(shares["openbare_ruimte"]) == 39
    assert round(shares["gebiedsontwikkeling"]) == 43
    together = round(shares["openbare_ruimte"] + shares["gebiedsontwikkeling"])
    assert together == 82
    names = _names(built, "themas.yaml", "themas")
    sentence = _sentence(_figure(built, editie, "stromen-themas"))
    assert sentence.startswith(
        f"In de thema's {names['openbare_ruimte']} en {names['gebiedsontwikkeling']} "
        f"valt de meeste milieuwinst te halen: samen {together}% van de milieukosten."
    )
    index = built.page(editie, "nulmeting/index").get_text(" ")
    assert f"samen {together}% van de milieukosten" in " ".join(index.split())


@pytest.mark.parametrize("editie", EDITIES)
def test_table_of_themes_holds_weight_and_cost(built: Built, editie: str) -> None:
    """Each theme with its tonnes, its share and its environmental cost, the highest first."""
    names = _names(built, "themas.yaml", "themas")
    sums = _group(built, "thema")
    mass, total = (sum(pair[place] for pair in sums.values()) for place in (0, 1))
    shown = _table(_figure(built, editie, "stromen-themas"))
    ordered = sorted(sums, key=lambda name: -sums[name][1])
    assert [line[0] for line in shown] == [names[name] for name in ordered]
    for line, name in zip(shown, ordered, strict=True):
        ton, euro = sums[name]
        assert [_shown(cell) for cell in line[1:5]] == pytest.approx(
            [float(ton), float(100 * ton / mass), float(euro), float(100 * euro / total)], abs=0.06
        )


def test_greenhouse_gas_is_tonnes_times_the_factor(built: Built) -> None:
    """The CO2 of all themes together is the sum over all rows."""
    text = (built.root / "data" / "grondstofstromen.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    factors = {item["materiaal"]: _number(item["co2_kg_per_ton"]) for item in loaded["kengetallen"]}
    total = sum(_add(row, "in_") * factors[row["materiaal"]] for row in _rows(built)) / 1000
    shown = _table(_figure(built, "publiek", "stromen-themas"))
    assert sum(_shown(line[5]) for line in shown) == pytest.approx(float(total), abs=2)


def test_share_that_was_not_newly_won_is_37_percent(built: Built) -> None:
    """The sentence by weight holds the share of recycled, reused and renewable material."""
    rows = _rows(built)
    whole = sum(_add(row, "in_") for row in rows)
    share = 100 - float(100 * sum(_number(row["in_primair_ton"]) for row in rows) / whole)
    assert round(share) == 37
    for naam in ("stromen-massa", "stromen-herkomst"):
        assert f"{round(share)}% niet nieuw gewonnen" in _sentence(_figure(built, "publiek", naam))


@pytest.mark.parametrize(
    ("naam", "begin"), [("stromen-herkomst", "in_"), ("stromen-bestemming", "uit_")]
)
def test_parts_of_each_theme_add_up(built: Built, naam: str, begin: str) -> None:
    """What a theme got from everywhere is what it got; the same for where it went."""
    names = _names(built, "themas.yaml", "themas")
    expected: dict[str, Fraction] = defaultdict(Fraction)
    for row in _rows(built):
        expected[names[row["thema"]]] += _add(row, begin)
        expected["Alles samen"] += _add(row, begin)
    shown = {
        line[0]: sum(map(_shown, line[1:])) for line in _table(_figure(built, "publiek", naam))
    }
    assert shown == pytest.approx({name: float(ton) for name, ton in expected.items()})


def test_pareto_names_the_materials_of_the_first_80_percent(built: Built) -> None:
    """Concrete, steel and a few more hold 80 % of the cost above zero; wood stays out of it."""
    names = _names(built, "woordenlijst/materiaal.yaml", "termen")
    sums = {name: euro for name, (_, euro) in _group(built, "materiaal").items()}
    positive = sum(euro for euro in sums.values() if euro > 0)
    figure = _figure(built, "publiek", "stromen-materialen")
    lines = _table(figure)
    assert [line[0] for line in lines] == [
        names[name] for name in sorted(sums, key=lambda name: -sums[name])
    ]
    running, kern = Fraction(0), []
    for name in sorted(sums, key=lambda name: -sums[name]):
        if running < Fraction(4, 5):
            kern.append(names[name])
        running += sums[name] / positive
        line = next(line for line in lines if line[0] == names[name])
        if sums[name] > 0:
            assert _shown(line[5]) == pytest.approx(float(100 * running), abs=0.06)
        else:
            assert (line[4], line[5]) == ("–", "–")
    sentence = _sentence(figure)
    assert sentence.startswith(f"{len(kern)} van de {len(sums)} materialen")
    first = sentence.split(". ")[0]
    assert [name for name in kern if name not in first] == []
    assert names["hout"] not in first
    assert "Hout" in sentence
    assert "onder nul" in sentence


def test_balance_table_closes_on_every_line(built: Built) -> None:
    """In, minus out, minus what stayed, is the rest; here nothing is left unexplained."""
    figure = _figure(built, "publiek", "stromen-balans")
    lines = _table(figure)
    themas = {row["thema"] for row in _rows(built)}
    assert len(lines) == 1 + len(themas) + 21
    for line in lines:
        erin, eruit, gebleven, rest, _ = map(_shown, line[2:7])
        assert rest == pytest.approx(erin - eruit - gebleven, abs=0.01)
        assert line[7] == "klopt"
    assert _sentence(figure).startswith("De balans klopt")


@pytest.mark.parametrize("editie", EDITIES)
def test_facts_per_inhabitant_use_the_inhabitants_of_the_same_year(
    built: Built, editie: str
) -> None:
    """Kilogrammes and environmental cost, divided by the inhabitants of 2023."""
    text = (built.root / "data" / "profiel.yaml").read_text(encoding="utf-8")
    numbers = yaml.load(text, Loader=yaml.BaseLoader)["inwoners"]
    inwoners = next(int(item["aantal"]) for item in numbers if item["jaar"] == "2023")
    rows = _rows(built)
    kg = float(sum(_add(row, "in_") for row in rows) * 1000 / inwoners)
    euro = float(sum(map(_cost, rows)) / inwoners)
    facts = {
        term.get_text(): value.get_text().replace("\xa0", " ")
        for block in built.page(editie, PAD).select("dl.feiten")[:1]
        for term, value in zip(block.select("dt"), block.select("dd"), strict=True)
    }
    assert facts["Jaar"] == "2023"
    assert _shown(facts["Gewicht per inwoner"].removesuffix(" kg")) == pytest.approx(kg, abs=0.5)
    shown = _shown(facts["Milieukosten per inwoner"].removeprefix("€ "))
    assert shown == pytest.approx(euro, abs=0.5)


def test_environmental_cost_is_nowhere_added_to_spending(built: Built) -> None:
    """The page says that environmental cost is no spending, and shows the cost alone."""
    total = float(sum(map(_cost, _rows(built))))
    sentence = _sentence(_figure(built, "publiek", "stromen-milieukosten"))
    found = re.search(r"ongeveer € ([\d.]+)", sentence)
    assert found
    assert _shown(found.group(1)) == pytest.approx(total, rel=0.005)
    assert "geen uitgaven" in built.page("publiek", PAD).get_text(" ")


def test_abiotic_material_that_is_newly_won(built: Built) -> None:
    """Newly won material that does not grow back; mixed material counts half."""
    text = (built.root / "data" / "woordenlijst" / "materiaal.yaml").read_text(encoding="utf-8")
    termen = yaml.load(text, Loader=yaml.BaseLoader)["termen"]
    weights = {"abiotisch": Fraction(1), "gemengd": Fraction(1, 2), "biotisch": Fraction(0)}
    klasse = {item["id"]: weights[item["klasse"]] for item in termen}
    total = sum(_number(row["in_primair_ton"]) * klasse[row["materiaal"]] for row in _rows(built))
    facts = built.page("publiek", PAD).select("dl.feiten")[0].get_text(" ").replace("\xa0", " ")
    found = re.search(r"Nieuw en niet-hernieuwbaar\s+([\d.]+) ton", facts)
    assert found
    assert _shown(found.group(1)) == pytest.approx(float(total), rel=0.005)
    assert round(float(total) / 1000, 1) == 30.9


@pytest.mark.parametrize("editie", EDITIES)
def test_every_number_of_the_flows_is_marked_as_an_example(built: Built, editie: str) -> None:
    """Each figure of the page carries the label, its source and its date."""
    figures = built.page(editie, PAD).select("figure.figuur")
    assert len(figures) >= 8
    for figure in figures:
        assert "Voorbeeldcijfer" in figure.get_text(" ")
        assert "Bron:" in figure.get_text(" ")
        assert "Stand:" in figure.get_text(" ")


@pytest.mark.parametrize("editie", EDITIES)
def test_scan_page_holds_findings_practices_and_initiatives(built: Built, editie: str) -> None:
    """Every public finding, practice and initiative is there; the others on the intranet only."""
    text = " ".join(
        built.page(editie, "nulmeting/circulariteitsscan")
        .get_text(" ")
        .replace("\xa0", " ")
        .split()
    )
    for name, key, field in (
        ("circulariteitsscan", "bevindingen", "tekst"),
        ("praktijken", "praktijken", "titel"),
        ("initiatieven", "initiatieven", "naam"),
    ):
        source = (built.root / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        for item in yaml.load(source, Loader=yaml.BaseLoader)[key]:
            is_shown = editie == "intern" or item.get("zichtbaarheid") == "publiek"
            assert (" ".join(item[field].split()) in text) == is_shown, item["id"]
    assert "ambachtsnetwerk" in text.lower()
    assert "Ondersteunend" in text
