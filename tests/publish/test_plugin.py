"""Plain `mkdocs build` and `mkdocs serve` on the data files: what the plugin settles for MkDocs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator import pipeline
from generator.findings import GeneratorError
from generator.plugin import CirculairPlugin


@pytest.fixture(autouse=True)
def _publiek(monkeypatch: pytest.MonkeyPatch) -> None:
    """The public edition, whatever the machine says."""
    monkeypatch.setenv("CIRCULAIR_EDITIE", "publiek")
    monkeypatch.delenv("CIRCULAIR_PEILDATUM", raising=False)
    monkeypatch.delenv("CIRCULAIR_CONCEPT", raising=False)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


def load(root: Path, **options: Any) -> MkDocsConfig:
    """The settings as MkDocs reads them."""
    return load_config(str(root / "mkdocs.yml"), **options)


def settle(config: MkDocsConfig) -> MkDocsConfig:
    """The settings after our plugin: the first step of every build."""
    return config.plugins.on_config(config)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("CIRCULAIR_EDITIE", "geheim", "'geheim' bestaat niet; kies uit intern, publiek"),
        ("CIRCULAIR_EDITIE", "", "'' bestaat niet; kies uit intern, publiek"),
        ("CIRCULAIR_PEILDATUM", "gisteren", "geen datum; schrijf jaar-maand-dag"),
        ("CIRCULAIR_PEILDATUM", "", "geen datum; schrijf jaar-maand-dag"),
    ],
)
def test_bad_environment_is_explained(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    """A typing error in a setting of the server names the setting and the choices."""
    monkeypatch.setenv(name, value)
    with pytest.raises(PluginError, match=f"{name}: .*{told}"):
        settle(load(proefdorp_map))


def test_site_comes_where_mkdocs_is_told(proefdorp_map: Path) -> None:
    """`mkdocs build -d DIR` builds there; without it each edition has its own folder."""
    build(load(proefdorp_map, site_dir=str(proefdorp_map / "elders")))
    assert (proefdorp_map / "elders" / "index.html").is_file()
    assert not (proefdorp_map / "site").exists()
    build(load(proefdorp_map))
    assert [path.name for path in (proefdorp_map / "site").iterdir()] == ["publiek"]


def test_plain_build_refuses_a_folder_that_is_not_a_site(proefdorp_map: Path) -> None:
    """Also MkDocs itself does not empty a folder with somebody's work."""
    work = proefdorp_map / "site" / "publiek" / "notitie.txt"
    work.parent.mkdir(parents=True)
    work.touch()
    with pytest.raises(PluginError, match="geen eerder gebouwde site"):
        settle(load(proefdorp_map))
    assert work.exists()


@pytest.mark.parametrize(("name", "told"), [("content", "een map van het programma"), ("werk", "")])
def test_setting_of_mkdocs_empties_no_folder(proefdorp_map: Path, name: str, told: str) -> None:
    """Whatever `site_dir` in mkdocs.yml says, texts and work of others stay."""
    work = proefdorp_map / name / "notitie.md"
    work.parent.mkdir(exist_ok=True)
    work.write_text(
        "---\ntitel: Notitie\nomschrijving: Een notitie\nzichtbaarheid: intern\n---\nTekst.\n",
        encoding="utf-8",
    )
    with pytest.raises(PluginError, match=told or "geen eerder gebouwde site"):
        settle(load(proefdorp_map, site_dir=str(work.parent)))
    assert work.exists()


def test_nothing_of_a_refused_build_comes_into_the_next(proefdorp_map: Path) -> None:
    """What stood in a site that was not placed is gone, names with a dot included."""
    left = proefdorp_map / ".build" / "publiek" / "mkdocs" / ".well-known" / "oud.txt"
    left.parent.mkdir(parents=True)
    left.touch()
    build(load(proefdorp_map))
    assert (proefdorp_map / "site" / "publiek" / "index.html").is_file()
    assert list((proefdorp_map / "site").rglob("oud.txt")) == []


def test_warning_does_not_stop_a_strict_build(
    proefdorp_map: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Only a fout stops a build, also for `mkdocs build --strict`."""
    caplog.set_level(logging.INFO, "mkdocs.plugins.circulair")
    actie = proefdorp_map / "data" / "acties" / "A-0001.yaml"
    text = actie.read_text(encoding="utf-8").replace("gepland: 2027-05", "gepland: 2029-05")
    actie.write_text(text, encoding="utf-8")
    build(load(proefdorp_map, strict=True))
    (told,) = [record for record in caplog.records if "waarschuwing" in record.getMessage()]
    assert told.levelno == logging.INFO


def test_fout_is_logged_as_an_error(proefdorp_map: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A fout stops the build and stands in the log with its place."""
    (proefdorp_map / "data" / "programma.yaml").unlink()
    with pytest.raises(PluginError, match="De gegevens bevatten fouten"):
        settle(load(proefdorp_map))
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "data/programma.yaml:1:1 fout BESTAND-ONTBREEKT" in caplog.text


def test_preview_keeps_the_last_good_pages_whatever_goes_wrong(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A reader of the preview is never left without an answer."""

    def fail(_: Path, **__: object) -> None:
        message = "De map is weg."
        raise GeneratorError(message)

    config = load(proefdorp_map, site_dir=str(proefdorp_map / "voorbeeld"))
    plugin = config.plugins["circulair"]
    assert isinstance(plugin, CirculairPlugin)
    monkeypatch.setattr(plugin, "is_serving", False)  # MkDocs keeps plugins: restored afterwards
    plugin.on_startup(command="serve", dirty=True)
    good = plugin.on_config(config).docs_dir
    monkeypatch.setattr(pipeline, "inspect", fail)
    again = load(proefdorp_map, site_dir=str(proefdorp_map / "voorbeeld"))
    assert plugin.on_config(again).docs_dir == good
    assert "De map is weg. Tot dat hersteld is: de laatste goede site blijft staan" in caplog.text


@pytest.mark.parametrize("editie", ["publiek", "intern"])
def test_public_edition_says_its_own_address(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch, editie: str
) -> None:
    """Search engines learn the address of the public site, and nothing of the internal one."""
    monkeypatch.setenv("CIRCULAIR_EDITIE", editie)
    with (proefdorp_map / "data" / "programma.yaml").open("a", encoding="utf-8") as file:
        file.write("site_url: https://proefdorp.example/<circulair>\n")
    build(load(proefdorp_map))
    site = proefdorp_map / "site" / editie
    told = "https://proefdorp.example/%3Ccirculair%3E/acties/a-0001.html"
    page = (site / "acties" / "a-0001.html").read_text(encoding="utf-8")
    assert (f'<link rel="canonical" href="{told}">' in page) is (editie == "publiek")
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert (f"<loc>{told}</loc>" in sitemap) is (editie == "publiek")


@pytest.mark.parametrize("value", [None, "", "0", "ja"])
def test_plain_build_of_a_concept_is_refused(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    """Also MkDocs itself does not publish what nobody decided about, unless somebody says so."""
    file = proefdorp_map / "data" / "programma.yaml"
    text = file.read_text(encoding="utf-8").replace("college_vastgesteld", "concept")
    file.write_text(text, encoding="utf-8")
    if value is not None:
        monkeypatch.setenv("CIRCULAIR_CONCEPT", value)
    before = sorted(proefdorp_map.rglob("*"))
    with pytest.raises(PluginError, match="Zet CIRCULAIR_CONCEPT op 1"):
        settle(load(proefdorp_map))
    assert sorted(proefdorp_map.rglob("*")) == before


def test_plain_build_of_a_concept_says_so(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks for it gets the concept, and each page says what it is."""
    file = proefdorp_map / "data" / "programma.yaml"
    text = file.read_text(encoding="utf-8").replace("college_vastgesteld", "concept")
    file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("CIRCULAIR_CONCEPT", "1")
    build(load(proefdorp_map))
    pages = [*(proefdorp_map / "site" / "publiek").rglob("*.html")]
    assert len(pages) > 30
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert "dit programma is nog niet vastgesteld" in html, page
        assert '<meta name="robots" content="noindex">' in html, page
