"""Pictures: only those that a page of the edition shows are published, and nothing about others.

How these tests were seen to fail, each guard broken once: every picture published, the record kept
when it is intern, pictures not made fit, and Pillow loaded at the start.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from PIL import Image

from generator.findings import Code
from generator.load.prose import parse_delen
from generator.load.reader import GROOTSTE_BESTAND
from generator.model.basis import Editie
from generator.model.proza import Beeldplaats
from generator.pipeline import inspect, prepare
from generator.present.page import Site
from generator.publish.files import write_docs
from generator.publish.raw_html import RawHtml

DAG = date(2026, 10, 1)
KANARIE = "kanarie"
KOP = "---\ntitel: Proef\nomschrijving: Een pagina.\nzichtbaarheid: {}\n---\n\n"


def make_photo(size: tuple[int, int] = (60, 40)) -> bytes:
    """A photo that says where it was taken and by whom."""
    exif = Image.Exif()
    exif[0x013B] = KANARIE
    exif.get_ifd(0x8825)[1] = "N"
    made = BytesIO()
    Image.new("RGB", size, "green").save(made, "JPEG", exif=exif, comment=KANARIE)
    return made.getvalue()


@pytest.fixture
def proefdorp_met_fotos(proefdorp_map: Path) -> Path:
    """Proefdorp with an open photo, one of the intranet, and one that no page shows."""
    media = proefdorp_map / "content" / "media"
    records = (proefdorp_map / "data" / "beelden.yaml").read_text("utf-8")
    for naam, zichtbaarheid in (("plein", "publiek"), (KANARIE, "intern"), ("los", "publiek")):
        (media / f"{naam}.jpg").write_bytes(make_photo((1800, 900)))
        records += (
            f'  - bestand: {naam}.jpg\n    alt: "{naam} <te zien> & meer"\n    rechten: {naam}\n'
            f"    herkenbaar: false\n    zichtbaarheid: {zichtbaarheid}\n"
        )
    (proefdorp_map / "data" / "beelden.yaml").write_text(records, "utf-8")
    content = proefdorp_map / "content"
    (content / "over").mkdir()
    (content / "over" / "a.md").write_text(KOP.format("publiek") + "![](../media/plein.jpg)\n")
    intern = f"![](../media/plein.jpg)\n\n![](../media/{KANARIE}.jpg)\n"
    (content / "over" / "b.md").write_text(KOP.format("intern") + intern)
    return proefdorp_map


def _prepare(root: Path, editie: Editie) -> Site:
    found = inspect(root)
    assert found.findings == ()
    assert found.programma is not None
    return prepare(found.programma, editie, DAG)


def _list_media(site: Site) -> dict[str, bytes]:
    return {a.bestand: a.inhoud for a in site.assets if isinstance(a.inhoud, bytes)}


def test_each_edition_has_only_the_pictures_that_its_pages_show(proefdorp_met_fotos: Path) -> None:
    """A picture of the intranet, and one that nobody placed, are not on the public site."""
    shown = {editie: set(_list_media(_prepare(proefdorp_met_fotos, editie))) for editie in Editie}
    public = {"media/plein.jpg", "media/tegel.svg"}
    assert shown == {Editie.PUBLIEK: public, Editie.INTERN: public | {f"media/{KANARIE}.jpg"}}


def test_nothing_about_a_picture_of_the_intranet_is_public(proefdorp_met_fotos: Path) -> None:
    """Neither the picture, nor its name, text or rights; nor who took a photo, on either site."""
    site = _prepare(proefdorp_met_fotos, Editie.PUBLIEK)
    assert KANARIE not in repr(site)
    assert KANARIE in repr(_prepare(proefdorp_met_fotos, Editie.INTERN).pages)
    for editie in Editie:
        for content in _list_media(_prepare(proefdorp_met_fotos, editie)).values():
            assert KANARIE.encode() not in content


def test_picture_is_shown_with_text_rights_and_size(proefdorp_met_fotos: Path) -> None:
    """Who cannot see it hears what it shows; whose it is stands below; the page keeps room."""
    site = _prepare(proefdorp_met_fotos, Editie.PUBLIEK)
    (page,) = (page.markdown for page in site.pages if page.pad == "over/a")
    tree = BeautifulSoup(markdown.markdown(page, extensions=[RawHtml()]), "html.parser")
    figure = tree.select_one("figure.beeld")
    assert figure is not None
    image = figure.select_one("img")
    assert image is not None
    assert dict(image.attrs) == {
        "src": "../media/plein.jpg",
        "alt": "plein <te zien> & meer",
        "width": "1600",
        "height": "800",
        "loading": "lazy",
        "decoding": "async",
    }
    assert figure.get_text(" ", strip=True) == "Beeld: plein"


def test_published_photo_is_the_size_that_the_page_says(
    proefdorp_met_fotos: Path, tmp_path: Path
) -> None:
    """What is written is a photo of that size, and a second build changes nothing."""
    site = _prepare(proefdorp_met_fotos, Editie.PUBLIEK)
    assert write_docs(site, tmp_path / "docs") > 0
    with Image.open(tmp_path / "docs" / "media" / "plein.jpg") as image:
        assert image.size == (1600, 800)
    assert write_docs(_prepare(proefdorp_met_fotos, Editie.PUBLIEK), tmp_path / "docs") == 0


def test_embargo_holds_a_picture_back(proefdorp_met_fotos: Path) -> None:
    """A photo that may be seen from a later day stops a public page that shows it already."""
    file = proefdorp_met_fotos / "data" / "beelden.yaml"
    text = file.read_text("utf-8")
    later = "rechten: plein\n    publiek_vanaf: 2026-11-01"
    file.write_text(text.replace("rechten: plein", later), "utf-8")
    assert [finding.code for finding in inspect(proefdorp_met_fotos).findings] == [
        Code.BEELD_INTERN
    ]
    assert inspect(proefdorp_met_fotos, asked=date(2026, 11, 1)).findings == ()


def test_shortcut_in_the_folder_of_pictures_is_not_followed(
    proefdorp_map: Path, tmp_path: Path
) -> None:
    """A picture cannot be a way to publish a file from elsewhere."""
    outside = tmp_path / "geheim.svg"
    outside.write_bytes((proefdorp_map / "content" / "media" / "tegel.svg").read_bytes())
    (proefdorp_map / "content" / "media" / "tegel.svg").unlink()
    (proefdorp_map / "content" / "media" / "tegel.svg").symlink_to(outside)
    found = inspect(proefdorp_map)
    codes = {finding.code for finding in found.findings}
    assert {Code.BESTAND_ONLEESBAAR, Code.BESTAND_ONTBREEKT} <= codes
    assert found.programma is None


def test_large_file_is_refused_before_it_is_opened(proefdorp_map: Path) -> None:
    """A file of many megabytes does not come on the site, nor into memory."""
    target = proefdorp_map / "content" / "media" / "tegel.svg"
    target.write_bytes(target.read_bytes() + b" " * GROOTSTE_BESTAND)
    (finding,) = inspect(proefdorp_map).findings
    assert finding.code is Code.BESTAND_TE_GROOT


def test_programme_without_photos_loads_no_library_for_them() -> None:
    """Checking stays quick: drawings need nothing that photos need."""
    code = (
        "import sys; from pathlib import Path; from generator.pipeline import inspect; "
        "inspect(Path('tests/minigemeente')); print('PIL' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# --- in prose ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "body"),
    [
        ("content/a.md", "Tekst\n![](media/x.jpg)\nmeer\n"),
        ("content/over/a.md", "   ![](../media/x.jpg)  \n"),
        ("content/a/b/c.md", "![](../../media/x.jpg)"),
    ],
)
def test_picture_becomes_a_part_of_its_own(bestand: str, body: str) -> None:
    """A picture is written as a link is: as seen from the page."""
    delen, findings = parse_delen(body, bestand, 1)
    assert findings == []
    (placed,) = (deel for deel in delen if isinstance(deel, Beeldplaats))
    assert placed.bestand == "x.jpg"


FOUT = [
    "a ![](media/x.jpg)",
    "![](media/x.jpg) a",
    "![](media/x.jpg)![](media/x.jpg)",
    "- ![](media/x.jpg)",
    "> ![](media/x.jpg)",
    "| ![](media/x.jpg) |",
    "    ![](media/x.jpg)",
    "\t![](media/x.jpg)",
    "[![](media/x.jpg)](a.md)",
    "![x](media/x.jpg)",
    "![ ](media/x.jpg)",
    "![](media/x.jpg 'titel')",
    "![](<media/x.jpg>)",
    "![]( media/x.jpg )",
    "![](/media/x.jpg)",
    "![](../media/x.jpg)",
    "![](media/../data/x.jpg)",
    "![](media/sub/x.jpg)",
    "![](media//x.jpg)",
    "![](./media/x.jpg)",
    "![](media/)",
    "![]()",
    "![",
    "![](https://elders.example/x.jpg)",
    "![](//elders.example/x.jpg)",
    "![](javascript:alert(1))",
    "![](data:image/svg+xml,x)",
    "![](file:///etc/passwd)",
    "![x][y]\n\n[y]: media/x.jpg",
    "![x][]\n\n[x]: https://elders.example/x.jpg",
    "![x]\n\n[x]: https://elders.example/x.jpg",
    "![a\nb](media/x.jpg)",
    "![[x]](media/x.jpg)",
    "Let op![link](a.md)",
    "![](media/x.jpg){: onload=alert(1) }",
]


@pytest.mark.parametrize("body", FOUT)
def test_any_other_form_is_refused_and_shows_nothing(body: str) -> None:
    """There is one way to write a picture, so that each one has its text and its rights."""
    delen, findings = parse_delen(body, "content/a.md", 1)
    assert Code.PROZA_BEELD in {finding.code for finding in findings}
    text = "".join(deel for deel in delen if isinstance(deel, str))
    html = markdown.markdown(text, extensions=[RawHtml(), "tables"])
    assert "<img" not in html


def test_picture_in_code_is_an_example() -> None:
    """Between accents anybody can show how a picture is written."""
    body = "Typ `![](x.jpg)`.\n\n```\n![x](https://elders.example/x.jpg)\n```\n"
    assert parse_delen(body, "content/a.md", 1) == ((body,), [])
