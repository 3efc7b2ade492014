"""Personal data and paths of computers do not come into the public site unseen."""

from __future__ import annotations

import html
import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.findings import Code
from tests.scan.conftest import Geheim, type_plant, type_verander

MAIL = ("j.de.voorbeeld@proefdorp.example", "Jan_Voorbeeld+werk@post.proefdorp.example")
TELEFOON = (
    *("06-12345678", "06 12 34 56 78", "0612345678", "06.12.34.56.78", "(06) 12345678"),
    *("020-123 45 67", "(020) 1234567", "0123-456789", "0123 45 67 89", "035 – 123 45 67"),
    *("+31 6 12345678", "+31612345678", "+31 (0)20 123 4567", "0031 20 1234567"),
)
NAMEN = (
    *("J.P. van der Voorbeeld", "J. de Voorbeeld", "J. Voorbeeldsma", "drs. P. Voorbeeldsma"),
    *("dhr. Voorbeeldsma", "mw Voorbeeldsma", "mevrouw Ten Voorbeeld-Smit", "Dr. A. Voorbeeldsma"),
    *("mevrouw Veldhuis", "J. Groenendijk", "drs. P. Versteeg", "J.P. Versluis", "Th. Nijhof"),
    *("de heer van der Voorbeeld", "prof. dr. Ö. Ünsal", "ir. Voorbeeldsma", "M. 't Voorbeeld"),
)
GEEN = (
    *(
        "circulair@proefdorp.example",
        "0800-1234567",
        "0900 123 45 67",
        "088 123 45 67",
        "14 035",
        "0.1234567890",
    ),
    *("https://voorbeeld.example/besluit/0612345678.pdf", "NL00BANK0123456789", "foto@2x.png"),
    *("2026-10-01", "wethouder Duurzaamheid", "R. Strategie", "Mr. Voorbeeldplein", "klasse A."),
    *("Voorbeeld B.V. Wegen", "klasse A. Team Wegen", "de heer en mevrouw", "@media print"),
    *("het Prof. Voorbeeldhuis", "de J.P. Voorbeelddijk", "Dr. Voorbeeldhof 12", "G.G.D. Team"),
    *("H. de Voorbeeld Transport B.V.", "J. Voorbeeldsma & Zn", "het Dr. Voorbeeld College"),
    *("fase V. Nazorg", "perceel B. Schoonmaak", "het Mr. Dr. L.J. Voorbeeldbad", "Ph.D. Werk"),
    *("de Ir. Voorbeeldstraat", "het is 06.30 uur", "1.06.12.34.56", "VB-2025-0031234567"),
)


@pytest.mark.parametrize("text", [*MAIL, *TELEFOON, *NAMEN])
def test_personal_data_are_found(plant: type_plant, text: str) -> None:
    """A mail address, a telephone number or a name stops the build of the public edition."""
    (finding,) = plant("over/contact.html", f"<p>Vraag het aan {text}, elke dag.</p>")
    assert finding.code is Code.LEK_PERSOON
    assert finding.melding.endswith("staat in de openbare versie: over/contact.html")


@pytest.mark.parametrize("text", GEEN)
def test_what_is_not_personal_is_no_alarm(plant: type_plant, text: str) -> None:
    """Mailboxes, numbers of services, words of our own and digits in addresses may stay."""
    assert plant("over/contact.html", f"<p>Strategie: {text}, elke dag.</p>") == ()


@pytest.mark.parametrize("text", [MAIL[0], TELEFOON[0], NAMEN[0]])
@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("index.html", '<a href="mailto:{percent}">x</a>'),
        ("index.html", "<p>{entities}</p>"),
        ("index.html", "<p title='{text}'>x</p>"),
        ("figuren/x.js", "circulair.figuur({json})"),
        ("search/search_index.json", '{{"docs":[{json}]}}'),
        ("x.csv", '"{text}";1'),
        ("x.svg", "<svg><text>{text}</text></svg>"),
        ("x.txt", "{text}"),
    ],
)
def test_personal_data_are_found_in_every_file(
    plant: type_plant, text: str, name: str, form: str
) -> None:
    """In whatever file and encoding they stand."""
    written = form.format(
        text=text,
        percent=quote(text),
        json=json.dumps(text),
        entities="".join(f"&#{ord(char)};" for char in html.escape(text)),
    )
    assert [finding.code for finding in plant(name, written)] == [Code.LEK_PERSOON]


@pytest.mark.parametrize("text", [MAIL[0], TELEFOON[0], NAMEN[0]])
@pytest.mark.parametrize("sign", ["\u00ad", "&shy;", "\u200b", "<wbr>"])
def test_invisible_characters_hide_nobody(plant: type_plant, text: str, sign: str) -> None:
    """A place where a line may break is no end of a name, a number or an address."""
    written = sign.join((text[:4], text[4:7], text[7:]))
    assert [item.code for item in plant("a.html", f"<p>{written}</p>")] == [Code.LEK_PERSOON]


def test_finding_names_where_somebody_was_written(
    verander: type_verander, plant: type_plant
) -> None:
    """A name in a public text is pointed at, however the lines were cut."""
    geheim = verander(
        "omschrijving: >-\n  Team Wegen legt oude tegels terug.\n",
        "omschrijving: >-\n  Vraag het aan J.P.\n  van der Voorbeeld, of bel (06) 12 34 56 78.\n",
    )
    plant("index.html", "<p>J.P. van der Voorbeeld</p>", **{"b.html": "<p>+31612345678</p>"})
    site = geheim.root.parent / "site"
    places = {item.melding.split("'")[1]: str(item.plek) for item in geheim.scan(site)}
    assert places == {
        "J.P. van der Voorbeeld": "data/acties/A-0001.yaml:3:17",
        "0612345678": "data/acties/A-0001.yaml:4:30",
    }


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("J. de Voorbeeld", "drs. J. de Voorbeeld"),
        ("Bel gerust 06-12345678", "+31 6 12 34 56 78"),
        ("J.de.Voorbeeld@proefdorp.example", MAIL[0]),
    ],
)
def test_released_person_is_no_alarm(
    verander: type_verander, plant: type_plant, entry: str, text: str
) -> None:
    """Whoever is on the list may be named, with a title and in another notation too."""
    plant("index.html", f"<p>{text}</p>")
    geheim = verander("", "", vrijgegeven=f"vrijgegeven: ['{entry}']\n")
    assert geheim.scan(geheim.root.parent / "site") == ()
    plain = verander("", "")
    assert len(plain.scan(plain.root.parent / "site")) == 1


def test_words_that_touch_in_a_table_are_no_address(plant: type_plant) -> None:
    """Two cells side by side are not read as one word."""
    cells = "<td><strong>Wegen</strong><a>circulair@proefdorp.example</a><em>Meer</em></td>"
    assert plant("index.html", cells) == ()


PADEN = (
    *("C:\\Users\\voorbeeld\\plan.docx", "c:/Users/voorbeeld", "/home/voorbeeld/plan.md"),
    *("/Users/voorbeeld/Documents", "file:///S:/afdeling/plan.docx", "/tmp/bouw/x"),  # noqa: S108
    *("\\\\fileserver\\Afdeling Wegen\\plan.xlsx", "/root/circulair/data"),
)


@pytest.mark.parametrize("pad", PADEN)
@pytest.mark.parametrize("form", ["<p>{}</p>", "<a href='{}'>x</a>", "<script>x({!r})</script>"])
def test_path_of_a_computer_is_found(plant: type_plant, pad: str, form: str) -> None:
    """Where somebody keeps files is nobody's business."""
    assert {item.code for item in plant("index.html", form.format(pad))} == {Code.LEK_PAD}


def test_folder_of_the_programme_is_found(
    geheim: Geheim, plant: type_plant, tmp_path: Path
) -> None:
    """The place where the site was built does not stand in it, wherever that is."""
    text = json.dumps("/srv/gemeente/circulair/data/acties")
    assert plant("x.js", text) == ()
    moved = replace(geheim, root=Path("/srv/gemeente/circulair"))
    assert [item.code for item in moved.scan(tmp_path / "site")] == [Code.LEK_PAD]


@pytest.mark.parametrize(
    "text",
    [
        "https://voorbeeld.example/home/nieuws",
        "https://voorbeeld.example/Users/beleid.pdf",
        "../home/index.html",
        "voor/tmp/achter",
        "en/of",
        "a\\b",
    ],
)
def test_web_address_is_no_path(plant: type_plant, text: str) -> None:
    """A document on the web may lie in any folder."""
    assert plant("index.html", f"<a href='{text}'>{text}</a>") == ()
