"""The intranet edition as a zip: whole, the same every time, and unpacked by any Windows."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.findings import GeneratorError
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import prepare
from generator.present.page import Site
from generator.publish import offline
from tests.conftest import MINIGEMEENTE
from tests.programmes import ROOT, build

TOP = "circulair-proefdorp-2026-10-01"
DIEPE_MAP = r"C:\Users\voornaam.achternaam\OneDrive - Gemeente Voorbeeldstad\Downloads"
MAX_PATH = 259
WEIGERT_WINDOWS = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{n}{d}" for n in ("com", "lpt") for d in "123456789"),
}


def _build(folder: Path) -> Path:
    root = folder / "proefdorp"
    shutil.copytree(MINIGEMEENTE, root)
    return build(root)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both editions of Proefdorp, in a folder each."""
    return _build(tmp_path_factory.mktemp("zip"))


@pytest.fixture(scope="module")
def intern(sites: Path) -> Path:
    """The intranet edition of Proefdorp."""
    return sites / "intern"


def _zip(intern: Path) -> Path:
    (found,) = (intern / "offline").iterdir()
    return found


def _read(intern: Path) -> dict[str, bytes]:
    """What the zip holds, by name behind its top folder."""
    with ZipFile(_zip(intern)) as archive:
        return {name.removeprefix(f"{TOP}/"): archive.read(name) for name in archive.namelist()}


@pytest.fixture
def site(proefdorp: Programma, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The pages of the intranet edition, on a fixed day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790812800")
    return prepare(proefdorp, Editie.INTERN, date(2026, 10, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of one page: the one about the zip."""
    page = tmp_path / offline.PAGINA
    page.parent.mkdir()
    page.write_text("<h1>Zonder netwerk</h1>\n<p data-meenemen>Nog niet.</p>\n", encoding="utf-8")
    return tmp_path


def test_zip_is_the_same_after_every_build(
    intern: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Built again in another folder, the zip is the same to the byte."""
    again = _build(tmp_path_factory.mktemp("zip-opnieuw")) / "intern"
    assert _zip(intern).name == _zip(again).name
    assert _zip(intern).read_bytes() == _zip(again).read_bytes()


def test_zip_holds_the_whole_site_and_not_itself(intern: Path) -> None:
    """Every file of the site is in it, unchanged; only the page about the zip differs."""
    files = {path.relative_to(intern).as_posix(): path for path in intern.rglob("*")}
    wanted = {
        name: path.read_bytes()
        for name, path in files.items()
        if path.is_file() and not name.startswith("offline/")
    }
    held = _read(intern)
    with ZipFile(_zip(intern)) as archive:
        assert archive.testzip() is None
        assert {name.partition("/")[0] for name in archive.namelist()} == {TOP}
    assert set(held) == {*wanted, "LEES-MIJ.txt"}
    assert {name for name in wanted if held[name] != wanted[name]} == {"over/meenemen.html"}


def test_zip_knows_nothing_of_the_machine_that_made_it(intern: Path) -> None:
    """No path, no user and no clock of the machine is in it."""
    here = [str(place).encode() for place in (intern, MINIGEMEENTE, ROOT)]
    for name, content in _read(intern).items():
        assert not [place for place in here if place in content], name
    with ZipFile(_zip(intern)) as archive:
        entries = archive.infolist()
        assert archive.comment == b""
    assert {entry.date_time for entry in entries} == {(2026, 10, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {stat.S_IFREG | 0o644}
    assert {(entry.create_system, entry.extra, entry.comment) for entry in entries} == {
        (3, b"", b"")
    }
    assert [entry.filename for entry in entries[1:]] == sorted(e.filename for e in entries[1:])


def test_first_file_to_read_says_what_it_is(intern: Path) -> None:
    """It says whose programme it is, of which day, how to open it, and who may ask for it."""
    text = _read(intern)["LEES-MIJ.txt"].decode("utf-8-sig")
    assert "\n" not in text.replace("\r\n", "")
    for words in ("Circulair Proefdorp", "Stand per 1 oktober 2026", "Alles uitpakken"):
        assert words in text
    for words in ("index.html", "Woo-verzoek"):
        assert words in text


def test_intranet_links_to_its_zip_and_says_the_size(intern: Path) -> None:
    """The link leads to the zip, and says how large it is."""
    page = (intern / "over" / "meenemen.html").read_text(encoding="utf-8")
    link, size = re.findall(
        r'href="\.\./(offline/[^"]+)" download>[^<]*\(zip, ([\d,]+) MB\)', page
    )[0]
    assert (intern / link) == _zip(intern)
    assert float(size.replace(",", ".")) == round(_zip(intern).stat().st_size / 1e6, 1)


def test_copy_does_not_link_to_a_zip_that_it_does_not_hold(intern: Path) -> None:
    """Who reads the copy is told that, and of which day it is."""
    page = _read(intern)["over/meenemen.html"].decode()
    assert "offline/" not in page
    assert "data-meenemen" not in page
    assert "Je leest nu zo'n kopie" in page


def test_everyone_gets_no_zip(sites: Path) -> None:
    """The public edition has no zip, and no page about one."""
    assert not (sites / "publiek" / "offline").exists()
    assert not (sites / "publiek" / offline.PAGINA).exists()


def test_pages_name_no_index(intern: Path) -> None:
    """No page asks for the search index; the script of search does so at the first question."""
    page = (intern / "index.html").read_text(encoding="utf-8")
    assert "search_index" not in page
    script = (intern / "assets" / "zoeken.js").read_bytes()
    assert len(gzip.compress(script)) < 2600


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_search_has_the_same_index_on_a_disk_as_on_a_server(sites: Path, editie: str) -> None:
    """The script that a page on a disk loads holds what a server gives."""
    text = (sites / editie / "search" / "search_index.js").read_text(encoding="utf-8")
    index = (sites / editie / "search" / "search_index.json").read_text(encoding="utf-8")
    assert json.loads(text.removeprefix("var __index = ")) == json.loads(index)


def test_windows_can_unpack_every_file(intern: Path) -> None:
    """No name is refused by Windows, also not in a deep folder, and none hides another."""
    with ZipFile(_zip(intern)) as archive:
        names = archive.namelist()
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert len(f"{DIEPE_MAP}\\{TOP}\\{name}") <= MAX_PATH, name
        for part in name.split("/"):
            assert part.partition(".")[0].casefold() not in WEIGERT_WINDOWS, name
            assert not re.search(r'[\x00-\x1f<>:"\\|?*]|[. ]$', part), name


def test_longest_name_still_fits_in_a_deep_folder(site: Site) -> None:
    """Windows makes a folder with the name of the zip, and unpacks in that."""
    long = replace(site, instellingen={**site.instellingen, "sitenaam": "circulair" * 9})
    longest = "a" * offline.LANGSTE_PAD
    assert len(f"{DIEPE_MAP}\\{offline.name_zip(long)}\\{longest}") <= MAX_PATH


@pytest.mark.parametrize(
    "name",
    [
        "top/teams/con.html",
        "top/teams/Aux.html",
        "top/nul/index.html",
        "top/media/com1",
        "top/media/lpt9.tar.gz",
        "top/media/foto: 1.png",
        'top/media/"foto".png',
        "top/media/foto?.png",
        "top/media/a\\b.png",
        "top/media/map./foto.png",
        "top/media/foto.png ",
        f"top/{'a' * 140}.html",
    ],
)
def test_name_that_windows_refuses_stops_the_build(name: str) -> None:
    """Such a file would be missing after unpacking; the message names it."""
    with pytest.raises(GeneratorError, match="kan niet in de zip"):
        offline.refuse_names(["top/index.html", name])


@pytest.mark.parametrize(
    "name", ["top/content.html", "top/console/nulmeting.html", "top/.well/a b.é"]
)
def test_name_that_windows_takes_is_left_alone(name: str) -> None:
    """Only whole reserved words are refused."""
    offline.refuse_names([name])


def test_page_in_a_folder_of_that_name_is_packed_too(site: Site, folder: Path) -> None:
    """An advisor's own page in content/offline is in the zip; an earlier zip is not."""
    (folder / "offline").mkdir()
    (folder / "offline" / "eigen.html").write_text("<p>Eigen pagina</p>", encoding="utf-8")
    (folder / "offline" / "eerder.zip").write_bytes(b"PK")
    made = offline.add_zip(folder, site)
    assert made is not None
    with ZipFile(made) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
    assert names == {"LEES-MIJ.txt", "offline/eigen.html", offline.PAGINA}


def test_site_before_1980_is_packed_all_the_same(
    site: Site, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zip knows no date before 1980; its name tells the real one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    made = offline.add_zip(folder, site)
    assert made is not None
    assert made.name == "circulair-proefdorp-1970-01-01.zip"
    with ZipFile(made) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


@pytest.mark.parametrize(
    ("sitenaam", "name"),
    [
        ("Circulair &#83;&uacute;dwest-Frysl&acirc;n", "circulair-sudwest-frysla-2026-10-01"),
        ("Samen circulair in de regio", "samen-circulair-in-de-re-2026-10-01"),
        ("循环", "circulair-2026-10-01"),
        ("../../etc", "etc-2026-10-01"),
    ],
)
def test_zip_has_a_short_name_of_plain_letters(site: Site, sitenaam: str, name: str) -> None:
    """Whatever the site is called, its zip has a name that every system takes."""
    called = replace(site, instellingen={**site.instellingen, "sitenaam": sitenaam})
    assert offline.name_zip(called) == name


def test_words_of_the_programme_are_put_in_as_they_are(site: Site, folder: Path) -> None:
    r"""Braces and backslashes in a name mean nothing to the program."""
    said = {**site.instellingen, "sitenaam": r"{stand} \1", "stand": r"Stand \g<0> {x}"}
    made = offline.add_zip(folder, replace(site, instellingen=said))
    assert made is not None
    with ZipFile(made) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8-sig")
        page = archive.read(archive.namelist()[1]).decode()
    assert text.startswith("{stand} \\1\r\n")
    assert r"kopie. Stand \g<0> {x}." in page
