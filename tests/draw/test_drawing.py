"""A real browser draws: the same twice, under the policy, with every label as it was typed."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup

from generator.draw import Atelier
from generator.draw.tekenaar import Grenzen
from generator.present.figures.basis import Figuur
from generator.present.tables import Tabel
from generator.scan.beleid import find_policy_breaks
from tests.draw.conftest import FIGUUR, REGELS, place, type_make_site, write_site
from tests.hostile.charts import CHARTS, TEKSTEN
from tests.hostile.filling import MARK
from tests.hostile.seen import find_unlike
from tests.programmes import ROOT, build, copy_programme

pytestmark = pytest.mark.usefixtures("program")
TEKST = {"text", "tspan"}
RUIM = Grenzen(start=300, figuur=300)
"""A busy machine may take its time: these tests are not about that."""
GRAFIEK = ROOT / "site_theme" / "overrides" / "assets" / "grafiek.js"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, program: Path) -> list[Path]:
    """The default site, with pictures that were drawn twice: each time with a cache of its own."""
    del program
    folder = tmp_path_factory.mktemp("beelden")
    built = build(copy_programme(folder / "programma"))
    made = [folder / "eerste", folder / "tweede"]
    for site in made:
        shutil.copytree(built, site)
        with Atelier(folder / f"beelden-{site.name}", RUIM) as drawn:
            for editie in ("intern", "publiek"):
                drawn.fill(site / editie)
        assert [line.split()[0] for line in drawn.tell()] == ["Grafieken:"]
    return made


def test_two_fresh_builds_have_the_same_pictures(sites: list[Path]) -> None:
    """Whoever builds again gets the same bytes, so that a change in a page means something."""
    pages = sorted(path.relative_to(sites[0]) for path in sites[0].rglob("*.html"))
    assert [
        page for page in pages if (sites[0] / page).read_bytes() != (sites[1] / page).read_bytes()
    ] == []


def test_no_slot_stays_empty_and_nothing_breaks_the_policy(sites: list[Path]) -> None:
    """Every chart of both editions has its two pictures, and none of them can do anything."""
    for editie in ("intern", "publiek"):
        slots = [
            slot
            for path in (sites[0] / editie).rglob("*.html")
            for slot in BeautifulSoup(path.read_text("utf-8"), "html.parser").select(
                ".figuur-beeld"
            )
        ]
        assert len(slots) > 30
        assert all(
            [svg["class"] for svg in slot.select(":scope > svg")]
            == [["beeld-breed"], ["beeld-smal"]]
            for slot in slots
        )
        assert find_policy_breaks(sites[0] / editie) == ()


def test_ids_are_unique_and_nothing_refers_to_what_is_not_there(sites: list[Path]) -> None:
    """No id stands on a page twice, and each clip of a picture is its own."""
    for path in sites[0].rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        ids = Counter(str(found["id"]) for found in page.select("[id]"))
        assert [found for found, times in ids.items() if times > 1] == [], path
        used = {
            name for svg in page.select("svg") for name in re.findall(r"url\(#([^)]+)\)", str(svg))
        }
        assert used <= set(ids), path


def test_colours_of_pictures_follow_the_palette(sites: list[Path]) -> None:
    """No picture has a colour of its own: light and dark fill in theirs."""
    colours = Counter(
        colour
        for path in sites[0].rglob("*.html")
        for svg in BeautifulSoup(path.read_text("utf-8"), "html.parser").select(".figuur-beeld svg")
        for colour in re.findall(r'(?:fill|stroke)="([^"]+)"', str(svg))
    )
    assert {
        colour for colour in colours if not re.match(r"none|var\(--kleur-|url\(#_", colour)
    } == set()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, program: Path) -> Path:
    """A site with each kind of chart, and a hostile text in each label."""
    del program
    made = {naam.replace(" ", "-"): draw() for naam, draw in CHARTS.items()}
    site = write_site(tmp_path_factory.mktemp("vijandig") / "site", {}, GRAFIEK.read_text("utf-8"))
    for naam, grafiek in made.items():
        figuur = Figuur(naam, "Proef", "Zin.", grafiek, Tabel(naam, "Proef", (), ()))
        (site / "figuren" / f"{naam}.js").write_text(figuur.as_script(), encoding="utf-8")
    (site / "index.html").write_text("".join(map(place, made)), encoding="utf-8")
    with Atelier(site.parent / "beelden", RUIM) as drawn:
        drawn.fill(site)
    assert list(drawn.tell()) == [f"Grafieken: {len(made)} getekend, 0 uit een eerdere bouw."]
    return site


@pytest.mark.parametrize("soort", CHARTS)
def test_every_label_of_every_chart_is_drawn_as_it_was_typed(hostile: Path, soort: str) -> None:
    """A hostile text in each label of each kind of chart: letters in the picture, and no more."""
    page = BeautifulSoup((hostile / "index.html").read_text("utf-8"), "html.parser")
    slot = page.select_one(f"[data-figuur={soort.replace(' ', '-')}] .figuur-beeld")
    assert slot is not None
    labels = [text.get_text() for text in slot.select("text")]
    given = dict(enumerate(TEKSTEN))
    assert [wrong for text in labels for wrong in find_unlike("label", text, given)] == []
    assert len({number for text in labels for number in MARK.findall(text)}) > 0
    inside = {found.name for found in slot.select("*")}
    assert inside <= {"svg", "g", "defs", "clippath", "pattern", "path", "rect", "circle"} | TEKST


def test_a_hostile_picture_breaks_no_policy(hostile: Path) -> None:
    """No script, style, link or address comes in a page by a label."""
    assert find_policy_breaks(hostile) == ()


@pytest.mark.parametrize(
    "regels",
    [
        "window.circulair = { teken: () => { for (;;); } };",
        "window.circulair = { teken: () => new Promise(() => {}) };",
        REGELS + "Plotly.toImage = () => new Promise(() => {});",
    ],
)
def test_a_browser_that_hangs_costs_a_moment_and_a_line(
    make_site: type_make_site, tmp_path: Path, regels: str
) -> None:
    """The site comes without pictures; the browser is stopped."""
    site = make_site({"a": FIGUUR, "b": FIGUUR}, regels)
    with Atelier(tmp_path / "beelden", Grenzen(start=300, figuur=1)) as made:
        made.fill(site)
    assert "<svg" not in (site / "index.html").read_text(encoding="utf-8")
    told = "\n".join(made.tell())
    assert "vooraf" in told
    assert told.count("\n") == 0


def test_a_figure_that_plotly_refuses_is_named(make_site: type_make_site, tmp_path: Path) -> None:
    """An error in one figure leaves the others alone."""
    regels = REGELS.replace("=> ({\n  data", "=> ({\n  mis: layout.mis.nergens, data", 1)
    assert regels != REGELS
    site = make_site({"goed": {**FIGUUR, "layout": {"mis": {}}}, "fout": FIGUUR}, regels)
    with Atelier(tmp_path / "beelden", RUIM) as made:
        made.fill(site)
    assert made.drawn == 1
    assert any("Niet vooraf te tekenen: fout." in line for line in made.tell())


def test_a_drawing_page_asks_nothing_of_anybody(make_site: type_make_site, tmp_path: Path) -> None:
    """A figure that wants something from elsewhere does not get it, whatever it tries."""
    regels = (
        REGELS
        + """
      const wrong = [];
      const real = circulair.teken;
      circulair.teken = (...given) => {
        if (!given[1].smal) {
          fetch("http://127.0.0.1:9/fetch").catch(() => {});
          try { new WebSocket("ws://127.0.0.1:9/socket"); } catch {}
          new Image().src = "http://127.0.0.1:9/image";
        }
        const made = real(...given);
        made.layout.title = { text: wrong.join(" ") };
        return made;
      };
      const note = ({ blockedURI }) => wrong.push(blockedURI);
      document.addEventListener("securitypolicyviolation", note);
    """
    )
    site = make_site({"a": FIGUUR}, regels)
    with Atelier(tmp_path / "beelden", RUIM) as made:
        made.fill(site)
    page = (site / "index.html").read_text(encoding="utf-8")
    for what in ("fetch", "socket", "image"):
        assert f"127.0.0.1:9/{what}" in page


def test_a_build_draws_unless_it_is_asked_not_to(proefdorp_map: Path) -> None:
    """`circulair bouw` has pictures, also in the zip; with `--zonder-beelden` slots stay empty."""
    bare = build(proefdorp_map, "--editie", "intern", "--zonder-beelden", beelden=True)
    assert "beeld-breed" not in "".join(read_pages(bare))
    with_pictures = build(proefdorp_map, "--editie", "intern", beelden=True)
    assert "beeld-breed" in "".join(read_pages(with_pictures))
    (archive,) = with_pictures.rglob("*.zip")
    with ZipFile(archive) as opened:
        inside = [opened.read(name).decode() for name in opened.namelist() if "html" in name]
    assert "beeld-breed" in "".join(inside)


def read_pages(site: Path) -> list[str]:
    """The pages of a site."""
    return [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
