"""Everyone reads what was adopted: the file of the report and the public pages say the same.

Nothing here is shared with the program: the report is read as plain YAML, the pages as HTML.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from tests.programmes import Built, build, copy_programme

KANARIE: Final = "kanarievogel"
LATER: Final = "2026-12-01"
EERDER: Final = "2026-09-30"


def _yaml(path: Path) -> Any:
    """A YAML file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path.name, old)
    path.write_text(text.replace(old, new), "utf-8")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + text, "utf-8")


OORDEEL: Final = f"""
  reden: Dit {KANARIE} is voor collega's.
  rol: {KANARIE}houder
  datum: 2026-09-29
"""
BESLUIT: Final = f"""  - id: BS-99
    datum: 2026-09-29
    titel: Een {KANARIE} die niemand mag zien
    acties: [A-0001]
    aanleiding: Dit {KANARIE} is voor collega's.
    analyse: Dit {KANARIE} is voor collega's.
    besluit: Dit {KANARIE} is voor collega's.
    niveau: management
    maatregel: Dit {KANARIE} is voor collega's.
    gaat_in: 2026-10
    terugkijken: 2027-03
    zichtbaarheid: intern
"""


@pytest.fixture(scope="module")
def nadien(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The programme two months after the report, in which much was changed."""
    root = copy_programme(tmp_path_factory.mktemp("nadien"))
    data = root / "data"
    # A value that was typed over, one that was corrected properly, and one that was taken away.
    _replace(data / "metingen" / "mki_totaal.csv", "mki_totaal;2025;432;", "mki_totaal;2025;377;")
    _append(
        data / "metingen" / "restafval_inw.csv",
        f"restafval_inw;2025;158;;;2026-11;;;;Bijgesteld na {KANARIE}\n",
    )
    _replace(
        data / "metingen" / "circulair_inkoop.csv", "circulair_inkoop;2025;23;;;2026-04;;;;\n", ""
    )
    # Another status, verdicts by hand, and a decision for colleagues.
    for name in ("A-0001", "A-0003"):
        _replace(data / "acties" / f"{name}.yaml", ": in_uitvoering\n", ": gepauzeerd\n")
    _append(data / "acties" / "A-0001.yaml", f"voortgang_handmatig:\n  waarde: bijsturen{OORDEEL}")
    indicator = data / "indicatoren" / "afval_totaal_inw.yaml"
    _append(indicator, f"oordeel_handmatig:\n  waarde: op_koers{OORDEEL}")
    _append(data / "bijsturingen.yaml", BESLUIT)
    site = build(root, "--peildatum", LATER)
    return Built(root, {editie: site / editie for editie in ("intern", "publiek")})


@pytest.fixture(params=["nu", "nadien"])
def site(request: pytest.FixtureRequest, built: Built) -> Built:
    """The site on the day of the report, and two months later."""
    return built if request.param == "nu" else request.getfixturevalue("nadien")


def _read_report(site: Built) -> Any:
    return _yaml(site.root / "data" / "vastgesteld" / "2026-10-01.yaml")


def _names(site: Built, woordenlijst: str) -> dict[str, str]:
    found = _yaml(site.root / "data" / "woordenlijst" / f"{woordenlijst}.yaml")
    return {item["id"]: item["naam"] for item in found["termen"]}


def _text(element: Tag | BeautifulSoup | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").replace("\xa0", " ").split())


def _main(site: Built, pad: str, editie: str = "publiek") -> Tag:
    found = site.page(editie, pad).select_one("article")
    assert found is not None
    return found


def _verdicts(element: Tag) -> set[str]:
    """The verdicts within an element, but for the list that explains them all."""
    found = (item for item in element.select(".oordeel") if not item.find_parent(class_="grenzen"))
    classes = (name for item in found for name in item["class"])
    return {name.removeprefix("oordeel--") for name in classes if name.startswith("oordeel--")}


def _list_public(site: Built, folder: str) -> set[str]:
    files = (site.root / "data" / folder).glob("*.yaml")
    return {path.stem for path in files if _yaml(path).get("zichtbaarheid") == "publiek"}


# --- actions ----------------------------------------------------------------------------------


def test_public_actions_have_the_status_and_the_light_of_the_report(site: Built) -> None:
    """Each public action shows the status, the light and the explanation that were adopted."""
    statussen, lichten = _names(site, "actiestatus"), _names(site, "voortgang")
    shown = 0
    for said in _read_report(site)["acties"]:
        if said["actie"] not in _list_public(site, "acties"):
            continue
        page = _main(site, f"acties/{said['actie'].lower()}")
        facts = page.select_one("dl.feiten")
        assert facts is not None
        light = said.get("voortgang")
        assert statussen[said["actiestatus"]] in _text(facts)
        assert _verdicts(facts) & set(lichten) == ({light} if light else set()), said["actie"]
        if light:
            assert lichten[light] in _text(facts)
        if "toelichting" in said:
            assert said["toelichting"] in _text(page), said["actie"]
            shown += 1
    assert shown > 4


def test_public_list_of_actions_has_the_lights_of_the_report(site: Built) -> None:
    """The overview shows of every action the light that was adopted, and no other."""
    reported = {item["actie"]: item.get("voortgang") for item in _read_report(site)["acties"]}
    rows = _main(site, "acties/index").select("table.acties tbody tr")
    lights = set(_names(site, "voortgang"))
    shown = {_text(row.select_one(".nummer")): _verdicts(row) & lights for row in rows}
    assert shown == {key: {reported[key]} - {None} for key in sorted(_list_public(site, "acties"))}


# --- indicators -------------------------------------------------------------------------------


def test_public_indicators_have_the_verdict_of_the_report(site: Built) -> None:
    """Each public indicator shows the verdict and the explanation that were adopted."""
    names, public = _names(site, "indicatorstatus"), _list_public(site, "indicatoren")
    reported = {item["indicator"]: item for item in _read_report(site)["indicatoren"]}
    assert set(reported) == public
    for identifier, said in reported.items():
        page = _main(site, f"indicatoren/{identifier}")
        assert _verdicts(page) & set(names) == {said["indicatorstatus"]}, identifier
        assert names[said["indicatorstatus"]] in _text(page)
        if "toelichting" in said:
            assert said["toelichting"] in _text(page), identifier


def test_public_list_of_indicators_has_the_verdicts_of_the_report(site: Built) -> None:
    """The overview shows of every indicator the verdict that was adopted, and no other."""
    reported = {item["indicator"]: item for item in _read_report(site)["indicatoren"]}
    shown = {}
    for row in _main(site, "indicatoren/index").select("table tbody tr"):
        link = row.select_one("a")
        assert link is not None
        name = str(link["href"]).rpartition("/")[2].removesuffix(".html")
        (shown[name],) = _verdicts(row)
    assert shown == {name: said["indicatorstatus"] for name, said in reported.items()}


def test_public_values_are_those_of_the_report(site: Built) -> None:
    """The newest value on a public page is that of the report, whatever happened to the file."""
    for said in _read_report(site)["indicatoren"]:
        if "waarde" not in said:
            continue
        page = _main(site, f"indicatoren/{said['indicator']}")
        zin = _text(page.select_one("figcaption"))
        value = re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", said["waarde"])
        assert re.search(rf"(?<![\d,.]){re.escape(value)}(,0+)?(?![\d,.]\d)", zin), zin
        assert f"in {said['jaar']}" in zin
        table = page.select_one("figure table")
        assert table is not None
        years = [
            (_text(row.select_one("th")), _text(row.select("td")[0]))
            for row in table.select("tbody tr")
        ]
        measured = [year for year, cell in years if re.match(r"\d", cell)]
        assert measured[-1].startswith(said["jaar"]), said["indicator"]


def test_intranet_shows_the_present(nadien: Built) -> None:
    """Colleagues see what was changed since: status, value, verdict by hand and decision."""
    assert "Gepauzeerd" in _text(_main(nadien, "acties/a-0001", "intern"))
    assert "377" in _text(_main(nadien, "indicatoren/mki_totaal", "intern"))
    assert KANARIE in _text(_main(nadien, "acties/a-0001", "intern"))
    assert KANARIE in _text(_main(nadien, "indicatoren/afval_totaal_inw", "intern"))
    assert KANARIE in _text(_main(nadien, "voortgang/bijsturing", "intern"))


def test_nothing_of_later_or_of_the_intranet_is_in_any_public_file(nadien: Built) -> None:
    """Pages, tables, figures and the search index: none knows what the report did not say."""
    files = [path for path in nadien.edities["publiek"].rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".html", ".csv", ".json", ".xml"}
    for path in files:
        assert KANARIE.encode() not in path.read_bytes(), path
        assert path.suffix != ".ics"
    index = nadien.edities["intern"] / "search" / "search_index.json"
    assert KANARIE in index.read_text("utf-8")


def test_public_site_says_of_which_report_it_is(site: Built) -> None:
    """Whoever reads a verdict can see which report it comes from."""
    rapportage = _read_report(site)["rapportage"]
    for pad in ("index", "voortgang/index", "acties/a-0003"):
        assert f"Stand bij {rapportage}" in _text(site.page("publiek", pad))


# --- before the first report ------------------------------------------------------------------


@pytest.fixture(scope="module")
def eerder(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The public edition on the day before the first report."""
    root = copy_programme(tmp_path_factory.mktemp("eerder"))
    site = build(root, "--editie", "publiek", "--peildatum", EERDER)
    return Built(root, {"publiek": site})


def test_before_the_first_report_the_public_site_judges_nothing(eerder: Built) -> None:
    """Without an adopted report there is no light and no verdict; the numbers are there."""
    pages = eerder.pages("publiek")
    folder = eerder.edities["publiek"]
    for path in pages:
        pad = path.relative_to(folder).as_posix()
        article = BeautifulSoup(path.read_text("utf-8"), "html.parser").select_one("article")
        if article and pad.startswith(("acties/", "indicatoren/", "index", "themas/", "teams/")):
            assert _verdicts(article) == set(), pad
    assert "432" in _text(_main(eerder, "indicatoren/mki_totaal"))
