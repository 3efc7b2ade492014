"""Opportunities, ambition and phases on the pages, computed a second time from the files."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from tests.programmes import Built

type_record = dict[str, object]
LIJN = 3.5


def _list(built: Built, name: str) -> list[type_record]:
    """A list file with every scalar as text."""
    path = built.root / "data" / f"{name}.yaml"
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    records: list[type_record] = loaded[name]
    return records


def _termen(built: Built, woordenlijst: str) -> dict[str, str]:
    """The names of a vocabulary by id, in the order of the file."""
    path = built.root / "data" / "woordenlijst" / f"{woordenlijst}.yaml"
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {item["id"]: item["naam"] for item in loaded["termen"]}


def _draagvlak(built: Built) -> dict[str, dict[str, float]]:
    """Per opportunity the score of everybody, by moment."""
    with (built.root / "data" / "draagvlak.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        if row["kans"] and not row["team"] and not row["niveau"]:
            score = float(row["score"].replace(",", "."))
            found.setdefault(row["kans"], {})[row["meetmoment"]] = score
    return found


def _vak(built: Built, kans: type_record) -> str:
    """The name of the part of the map, from impact and support as they stand in the files."""
    namen = list(_termen(built, "kwadrant").values())
    has_impact = float(str(kans["impactscore"])) >= LIJN
    has_draagvlak = _draagvlak(built)[str(kans["id"])]["na"] >= LIJN
    return namen[(0 if has_impact else 2) + (0 if has_draagvlak else 1)]


def _is_publiek(kans: type_record) -> bool:
    return kans.get("zichtbaarheid") == "publiek" and kans.get("is_gekozen") == "true"


def _text(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").replace("\xa0", " ").split())


def _section(page: BeautifulSoup, kop: str) -> list[Tag]:
    """What stands under a heading, up to the next heading of its kind."""
    (heading,) = [item for item in page.select("article h2") if kop in item.get_text()]
    found = []
    for sibling in heading.find_next_siblings():
        if sibling.name == "h2":
            break
        found.append(sibling)
    return found


def _numbers(sections: list[Tag]) -> list[str]:
    """The numbers of the opportunities in the tables of a section."""
    return [_text(row) for section in sections for row in section.select("th .nummer")]


def test_each_opportunity_stands_in_the_part_that_its_scores_give(built: Built) -> None:
    """On the intranet the tables under the map hold the opportunities of their part."""
    page = built.page("intern", "kansenkaart")
    expected: dict[str, set[str]] = {}
    for kans in _list(built, "kansen"):
        expected.setdefault(_vak(built, kans), set()).add(str(kans["id"]))
    assert len(expected) == 4
    for vak, kansen in expected.items():
        assert set(_numbers(_section(page, vak))) == kansen


def test_map_sentence_counts_what_the_files_hold(built: Built) -> None:
    """The sentence above the map gives the size of each part, and how much support grew."""
    kansen = _list(built, "kansen")
    figure = built.page("intern", "kansenkaart").select_one('[data-figuur="kansen-kaart"]')
    assert figure is not None
    sentence = _text(figure.select_one("figcaption"))
    for vak, number in Counter(_vak(built, kans) for kans in kansen).items():
        assert f"{number} in het vak {vak}" in sentence
    scores = _draagvlak(built).values()
    grown = sum(item["na"] > item["voor"] for item in scores)
    assert f"bij {grown} van de {len(scores)} kansen hoger" in sentence
    assert len(figure.select("table tbody tr")) == len(kansen)


def test_opportunities_are_ordered_by_impact_support_and_influence(built: Built) -> None:
    """Within a part the most promising stands first."""
    path = built.root / "data" / "woordenlijst" / "invloed.yaml"
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    gewicht = {item["id"]: float(item["gewicht"].replace(",", ".")) for item in loaded["termen"]}
    scores = _draagvlak(built)
    weight = {
        str(kans["id"]): float(str(kans["impactscore"]))
        * gewicht[str(kans["invloed"])]
        * scores[str(kans["id"])]["na"]
        for kans in _list(built, "kansen")
    }
    page = built.page("intern", "kansenkaart")
    for vak in _termen(built, "kwadrant").values():
        numbers = _numbers(_section(page, vak))
        assert numbers == sorted(numbers, key=lambda item: (-round(weight[item], 6), item))


def test_public_page_lists_the_chosen_opportunities_with_their_impact(built: Built) -> None:
    """Every public, chosen opportunity stands there with its impact, and no other."""
    expected = {
        str(kans["id"]): str(kans["impactscore"])
        for kans in _list(built, "kansen")
        if _is_publiek(kans)
    }
    rows = {
        _text(row.select_one(".nummer")): _text(row.select_one('[data-kop="Impact"]'))
        for section in _section(built.page("publiek", "kansenkaart"), "Gekozen kansen")
        for row in section.select("tbody tr")
    }
    assert {name: text.split(" ")[0] for name, text in rows.items()} == expected
    assert 0 < len(expected) < len(_list(built, "kansen"))


def test_public_edition_has_no_map_no_support_and_no_page_what_fits(built: Built) -> None:
    """The bubble chart, scores of support and the four questions are for the intranet only."""
    folder = built.edities["publiek"]
    assert not list(folder.rglob("*kansen-kaart*"))
    assert not (folder / "wat-past-bij-ons.html").exists()
    text = _text(built.page("publiek", "kansenkaart").select_one("article")).lower()
    assert "draagvlak" not in text
    assert (built.edities["intern"] / "figuren" / "kansen-kaart.js").is_file()
    assert (built.edities["intern"] / "wat-past-bij-ons.html").is_file()


def test_opportunities_that_were_not_chosen_are_in_no_public_byte(built: Built) -> None:
    """Titles of other opportunities, and of routes without a decision, do not leak."""
    hidden = [str(kans["titel"]) for kans in _list(built, "kansen") if not _is_publiek(kans)]
    hidden += [
        str(route["omschrijving"])
        for route in _list(built, "routes")
        if not route.get("besluitnummer")
    ]
    assert len(hidden) >= 5
    for path in built.edities["publiek"].rglob("*"):
        if path.suffix in {".html", ".json", ".js", ".csv"}:
            text = " ".join(BeautifulSoup(path.read_bytes(), "html.parser").get_text(" ").split())
            assert not [value for value in hidden if value in text], path.name


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_minimum_package_is_the_sum_of_its_estimates(built: Built, editie: str) -> None:
    """How many opportunities are needed at least, and what they save as far as estimated."""
    own = [
        kans
        for kans in _list(built, "kansen")
        if kans.get("is_minimaal_pakket") == "true" and (editie == "intern" or _is_publiek(kans))
    ]
    known = [float(str(kans["impact_mki_eur"])) for kans in own if "impact_mki_eur" in kans]
    text = " ".join(
        _text(item) for item in _section(built.page(editie, "kansenkaart"), "Wat minimaal nodig is")
    )
    assert f"{len(own)} kansen" in text
    euros = re.search(r"Voor (\d+) daarvan is geschat .*?: € ([\d.]+) milieukosten", text)
    assert euros
    assert int(euros.group(1)) == len(known)
    assert float(euros.group(2).replace(".", "")) == sum(known)


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_ideas_by_source_are_a_count_of_the_file(built: Built, editie: str) -> None:
    """The table under the bars counts the ideas of this edition, and by level inside."""
    kansen = [kans for kans in _list(built, "kansen") if editie == "intern" or _is_publiek(kans)]
    path = built.edities[editie] / "csv" / "kansen-herkomst.csv"
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    counted = Counter(str(kans["bron_idee"]) for kans in kansen)
    namen = _termen(built, "bron_idee")
    expected = {naam: counted[key] for key, naam in namen.items()}
    assert {row["Idee uit"]: int(row["Aantal kansen"]) for row in rows} == expected
    niveaus = Counter(str(kans["niveau"]) for kans in kansen)
    for key, naam in _termen(built, "niveau").items():
        if editie == "publiek":
            assert naam not in rows[0]
        elif niveaus[key]:
            assert sum(int(row[naam]) for row in rows) == niveaus[key]


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_ambition_levels_stand_where_the_file_puts_them(built: Built, editie: str) -> None:
    """Each theme has its level now and its level wanted in the right column."""
    schaal = list(_termen(built, "ambitieniveau"))
    shown = {}
    for row in built.page(editie, "ambitie").select("table.matrix tbody tr"):
        cells = [_text(cell) for cell in row.select("td")]
        nu = next(place for place, cell in enumerate(cells) if cell.startswith("nu"))
        gewenst = next(place for place, cell in enumerate(cells) if cell.endswith("gewenst"))
        shown[_text(row.select_one("th"))] = (schaal[nu], schaal[gewenst])
    expected = {}
    for thema in _list(built, "themas"):
        ambitie = thema.get("ambitie")
        if isinstance(ambitie, dict) and (editie == "intern" or ambitie.get("besluitnummer")):
            expected[str(thema["naam"])] = (ambitie["nu"], ambitie["gewenst"])
    assert shown == expected
    rises = sum(schaal.index(gewenst) > schaal.index(nu) for nu, gewenst in expected.values())
    sentence = _text(built.page(editie, "ambitie").select_one("figcaption"))
    assert f"Bij {rises} van de {len(expected)} thema's" in sentence


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_routes_are_public_with_a_decision_only(built: Built, editie: str) -> None:
    """The table compares the routes that this edition may show."""
    heads = built.page(editie, "ambitie").select("table.routes thead th")[1:]
    expected = [
        str(route["naam"])
        for route in _list(built, "routes")
        if editie == "intern" or (route.get("besluitnummer") and "zichtbaarheid" in route)
    ]
    assert [_text(head).removesuffix(" ● gekozen") for head in heads] == expected


def _depths(element: Tag) -> dict[str, int]:
    """How deep each goal stands in the tree on the page."""
    return {
        str(item["id"]).removeprefix("doel-"): len(item.find_parents("li"))
        for item in element.select("li[id]")
    }


def test_goal_tree_on_the_page_is_the_tree_of_the_file(built: Built) -> None:
    """Every goal stands as deep as the number of goals above it."""
    doelen = {str(doel["id"]): doel.get("onder") for doel in _list(built, "doelstellingen")}

    def depth(identifier: str) -> int:
        above = doelen[identifier]
        return 0 if above is None else 1 + depth(str(above))

    tree = built.page("intern", "ambitie").select_one(".doelenboom")
    assert tree is not None
    assert _depths(tree) == {identifier: depth(identifier) for identifier in doelen}


def test_timeline_holds_every_year_of_the_files(built: Built) -> None:
    """The years of final ambitions, the chosen route and the goals, ascending."""
    programma = yaml.load(
        (built.root / "data" / "programma.yaml").read_text(encoding="utf-8"),
        Loader=yaml.BaseLoader,
    )
    years = {int(item["jaar"]) for item in programma["eindambities"]}
    years |= {int(str(doel["jaar"])) for doel in _list(built, "doelstellingen") if "jaar" in doel}
    for route in _list(built, "routes"):
        steps = route.get("stappen", [])
        assert isinstance(steps, list)
        if route.get("is_gekozen") == "true":
            years |= {int(step["jaar"]) for step in steps}
    shown = built.page("intern", "ambitie").select(".tijdlijn > li > strong")
    assert [int(_text(item).split(" ")[0]) for item in shown] == sorted(years)


def test_phases_hold_their_goal_criteria_and_actions(built: Built) -> None:
    """Each phase has its own goal, its criteria and the actions of its phase, with their number."""
    fasen = _termen(built, "fase")
    page = built.page("intern", "aanpak")
    telwoord = {2: "twee", 3: "drie", 4: "vier"}[len(fasen)]
    assert _text(page.select_one("h1")).startswith(f"Aanpak in {telwoord} fasen")
    doelen = {str(item["id"]): item for item in _list(built, "fasedoelen")}
    files = sorted((built.root / "data" / "acties").glob("*.yaml"))
    acties = {
        path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in files
    }
    for fase, naam in fasen.items():
        section = _section(page, naam)
        text = " ".join(_text(item) for item in section)
        criteria = doelen[fase]["criteria"]
        assert isinstance(criteria, list)
        for value in (str(doelen[fase]["doel"]), *criteria):
            assert " ".join(value.split()) in text
        expected = {name for name, actie in acties.items() if actie["fase"] == fase}
        assert set(_numbers(section)) == expected
        counts = [int(number) for number in re.findall(r": (\d+) acties?\b", text)]
        assert sum(counts) == len(expected)


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_what_a_phase_rests_on_can_be_opened(built: Built, editie: str) -> None:
    """Every link under "Waar dit op rust" leads to a page of this edition."""
    folder = built.edities[editie]
    terms = [
        item
        for item in built.page(editie, "aanpak").select("dt")
        if _text(item) == "Waar dit op rust"
    ]
    assert len(terms) == len(_list(built, "fasedoelen"))
    links = [
        str(link["href"])
        for item in terms
        if (definition := item.find_next_sibling("dd")) is not None
        for link in definition.select("a")
    ]
    assert links
    for link in links:
        assert (folder / link).is_file(), link


def test_policy_stands_from_far_to_near(built: Built) -> None:
    """The table of policy follows the layers of government."""
    lagen = _termen(built, "overheidslaag")
    kaders = [
        kader for kader in _list(built, "beleidskaders") if kader.get("zichtbaarheid") == "publiek"
    ]
    order = list(lagen)
    expected = sorted(kaders, key=lambda kader: order.index(str(kader["laag"])))
    rows = built.page("publiek", "profiel").select("table.kaders tbody tr")
    assert [str(row["id"]) for row in rows] == [f"kader-{kader['id']}" for kader in expected]
    assert [_text(row.select_one('[data-kop="Van"]')) for row in rows] == [
        lagen[str(kader["laag"])] for kader in expected
    ]


def test_replaced_national_goal_links_to_its_successor(built: Built) -> None:
    """An old version of a national goal stays, and says which goal took its place."""
    doelen = {str(doel["id"]): doel for doel in _list(built, "landelijke_doelen")}
    replaced = {
        name: str(doel["vervangen_door"])
        for name, doel in doelen.items()
        if "vervangen_door" in doel
    }
    assert replaced
    page = built.page("publiek", "profiel")
    for old, new in replaced.items():
        row = page.select_one(f"#doel-{old}")
        assert row is not None
        assert f"#doel-{new}" in {link["href"] for link in row.select("a")}
        successor = page.select_one(f"#doel-{new}")
        assert " ".join(str(doelen[old]["doel"]).split()) in _text(successor)


def test_example_programme_has_no_target_too_far_ahead(built: Built) -> None:
    """Every indicator of the example has a target within five years of what is known."""
    for path in sorted((built.root / "data" / "indicatoren").glob("*.yaml")):
        source = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        known = _known_years(built.root, path.stem, source)
        coming = [
            int(doel["jaar"])
            for doel in source.get("streefwaarden", [])
            if known and int(doel["jaar"]) > max(known)
        ]
        assert not coming or min(coming) - max(known) <= 5, path.stem


def _known_years(root: Path, name: str, source: dict[str, dict[str, str]]) -> list[int]:
    """The years of which an indicator has a value."""
    years = [int(source["nulmeting"]["jaar"])] if "nulmeting" in source else []
    metingen = root / "data" / "metingen" / f"{name}.csv"
    if metingen.is_file():
        with metingen.open(encoding="utf-8") as file:
            years += [int(r["jaar"]) for r in csv.DictReader(file, delimiter=";") if r["waarde"]]
    return years
