"""A secret is found in every kind of file and in every encoding; what is public never is one."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.findings import Code, Ernst
from tests.scan.conftest import Geheim, type_plant, type_verander

TREKKER = "Voorvechter grindkorrels"
ZIN = "Pas na de zomer hoort de raad welke partij het terrein krijgt"


def _pack_zip(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("map/binnen.html", f"<p>{text}</p>")
    return stream.getvalue()


def _make_png(text: str) -> bytes:
    chunk = b"tEXtComment\x00" + text.encode()
    crc = struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00" + struct.pack(">I", len(chunk) - 4) + chunk + crc


def _fold(text: str) -> str:
    """A line of a calendar, folded in the middle of a word."""
    line = f"DESCRIPTION:{text}"
    return "BEGIN:VCALENDAR\r\n" + "\r\n ".join(line[i : i + 20] for i in range(0, len(line), 20))


BESTANDEN: dict[str, tuple[str, Callable[[str], str | bytes]]] = {
    "page": ("acties/index.html", lambda t: f"<html><body><p>Dit is {t}.</p></body></html>"),
    "title": ("index.html", lambda t: f"<html><head><title>{t} - Site</title></head></html>"),
    "attribute": ("index.html", lambda t: f'<p><img alt="Een beeld van {t}" src="x.png"></p>'),
    "description": ("index.html", lambda t: f'<meta name="description" content="{t}">'),
    "data attribute": ("index.html", lambda t: f"<tr data-zoek='{t}'><td>1</td></tr>"),
    "comment": ("index.html", lambda t: f"<p>Hallo</p><!-- {t} -->"),
    "inline script": ("index.html", lambda t: f'<script>let x = {{"y": "{t}"}};</script>'),
    "index": (
        "search/search_index.json",
        lambda t: json.dumps({"docs": [{"location": "a", "text": f"<mark>1</mark> &lt; {t}"}]}),
    ),
    "figure": ("figuren/x.js", lambda t: f'circulair.figuur("x",{json.dumps({"text": [t]})});'),
    "chart label": ("figuren/x.js", lambda t: json.dumps({"t": t.replace(" ", "<br>")})),
    "sitemap": ("sitemap.xml", lambda t: f"<urlset><loc>https://x.nl/{quote(t)}</loc></urlset>"),
    "packed sitemap": ("sitemap.xml.gz", lambda t: gzip.compress(f"<loc>{t}</loc>".encode())),
    "table": ("csv/x.csv", lambda t: f'\ufeffJaar;Naam\r\n2026;"{t}"\r\n'),
    "calendar": ("agenda/x.ics", _fold),
    "drawing": ("assets/x.svg", lambda t: f"<svg><g><text x='1'>{t}</text></g></svg>"),
    "title of a drawing": ("assets/x.svg", lambda t: f"<svg><title>{t}</title></svg>"),
    "style": ("assets/x.css", lambda t: f'.a::after {{ content: "{t}" }}'),
    "text": (".well-known/security.txt", lambda t: f"Contact: x\n# {t}\n"),
    "settings of a server": ("server/nginx.conf", lambda t: f"# {t}\nadd_header X 1;\n"),
    "unknown kind": ("iets.onbekend", lambda t: f"\x01\x02 {t}"),
    "no suffix": ("LEESMIJ", lambda t: t),
    "bytes of a picture": ("assets/x.png", _make_png),
    "other encoding": ("assets/x.txt", lambda t: t.encode("utf-16")),
    "wide text in bytes": ("assets/x.bin", lambda t: b"\x00\xff\x07" + t.encode("utf-16-le")),
    "old encoding": ("oud.txt", lambda t: f"caf\xe9 {t}".encode("cp1252")),
    "archive": ("alles.zip", _pack_zip),
    "name of a file": ("media/voorvechter-grindkorrels.jpg", lambda _: b"\xff\xd8\xff"),
}


@pytest.mark.parametrize("kind", BESTANDEN)
def test_secret_is_found_in_every_kind_of_file(plant: type_plant, kind: str) -> None:
    """A text of the intranet that comes into any file of the public site stops the build."""
    name, make = BESTANDEN[kind]
    (finding,) = plant(name, make(TREKKER))
    assert (finding.code, finding.ernst) == (Code.LEK_INTERN, Ernst.FOUT)
    assert name in finding.melding
    assert f"'{TREKKER}' is intern ('trekker' van actie A-0001)" in finding.melding


def _entities(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


CODERINGEN: dict[str, Callable[[str], str]] = {
    "as typed": lambda t: t,
    "numeric references": _entities,
    "hexadecimal references": lambda t: "".join(f"&#x{ord(char):X};" for char in t),
    "references without end": lambda t: t.replace(" ", "&#32 "),
    "named references": lambda t: t.replace(" ", "&nbsp;"),
    "references twice": lambda t: html.escape(_entities(t)),
    "references three times": lambda t: html.escape(html.escape(_entities(t))),
    "escapes of JSON": lambda t: "".join(f"\\u{ord(char):04x}" for char in t),
    "escapes of a script": lambda t: "".join(f"\\x{ord(char):02x}" for char in t),
    "JSON in JSON": lambda t: json.dumps(json.dumps(t.replace(" ", "\n"))),
    "percent signs": lambda t: "".join(f"%{ord(char):02X}" for char in t),
    "percent signs twice": lambda t: quote(quote(t)),
    "tags between words": lambda t: t.replace(" ", "</b> <i class='x'>"),
    "tags inside words": lambda t: f"{t[:3]}<b>{t[3:15]}</b>{t[15:]}",
    "possible line ends": lambda t: "<wbr>".join((t[:4], t[4:])),
    "soft hyphens": lambda t: "\u00ad".join((t[:4], t[4:16], t[16:])),
    "soft hyphens as references": lambda t: "&shy;".join((t[:4], t[4:])),
    "invisible characters": "\u200b".join,
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "much space": lambda t: t.replace(" ", "\n\t   "),
    "capitals": str.upper,
    "small letters": str.lower,
    "wide letters": lambda t: "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in t),
    "other signs between": lambda t: t.replace(" ", "_-"),
    "data in an address": lambda t: "data:x;base64," + base64.b64encode(t.encode()).decode(),
}


@pytest.mark.parametrize("name", ["a.html", "a.json", "a.csv"])
@pytest.mark.parametrize("coding", CODERINGEN)
def test_secret_is_found_in_every_encoding(plant: type_plant, coding: str, name: str) -> None:
    """However a text is written, a reader can read it, and so does the scan."""
    findings = plant(name, f"<p>Een {CODERINGEN[coding](TREKKER)} erbij</p>")
    assert [finding.code for finding in findings] == [Code.LEK_INTERN]


def test_part_of_a_long_text_is_found(plant: type_plant) -> None:
    """A sentence, or the first words of one, is enough to know an internal text by."""
    (finding,) = plant("index.html", f"<p>{ZIN} volgens ons.</p>")
    assert "'omschrijving' van actie A-0077" in finding.melding
    assert "'Het college wil de oude kazerne in stilte" in finding.melding


def test_finding_names_the_line_in_the_sources(plant: type_plant, geheim: Geheim) -> None:
    """Who must mend it knows the file, the line and the column of the internal value."""
    (finding,) = plant("index.html", TREKKER)
    assert finding.plek.bestand == "data/acties/A-0001.yaml"
    lines = (geheim.root / finding.plek.bestand).read_text("utf-8").splitlines()
    assert lines[finding.plek.regel - 1][finding.plek.kolom - 1 :] == TREKKER


def test_finding_in_prose_names_its_line(plant: type_plant) -> None:
    """A sentence of an internal page is pointed at where it stands."""
    (finding,) = plant("index.html", "De wethouder wil eigenlijk veel liever een zwembad bouwen.")
    assert str(finding.plek) == "content/werkplan.md:9:1"
    assert "van de pagina werkplan" in finding.melding


def test_one_finding_for_a_secret_with_all_its_files(plant: type_plant) -> None:
    """A secret in the footer is one mistake, not one for each page."""
    page = f"<footer>\n\n{TREKKER}\n\n</footer>"
    pages = {f"{name}.html": page for name in "bcd"}
    (finding,) = plant("a.html", page, **pages)
    assert "a.html en nog 3 bestanden" in finding.melding


def test_secret_on_a_later_page_is_found(plant: type_plant) -> None:
    """What pages share is read once; what only one of them has is read too."""
    shared = "<header>\n\n<nav>menu</nav>\n\n<main>"
    (finding,) = plant("a.html", f"{shared}\n\nniets", **{"z.html": f"{shared}\n\n{TREKKER}"})
    assert finding.melding.endswith("z.html")


def test_hidden_record_is_known_by_title_id_and_address(plant: type_plant) -> None:
    """Neither the name of an action of the intranet nor its number may show."""
    for text in ("Kazerneterrein verkopen", "zie A-0077", '<a href="../acties/a-0077.html">x</a>'):
        (finding,) = plant("index.html", f"<p>{text}</p>")
        assert finding.code is Code.LEK_INTERN
        assert "van actie A-0077" in finding.melding


# --- numbers ----------------------------------------------------------------------------------

GETALLEN = (
    *("187453", "187.453", "187 453", "187\u00a0453", "187&nbsp;453", "187&#46;453", "187'453"),
    *("€ 187.453,00", "€187.453,-", "187453.00", "EUR 187453"),
)


@pytest.mark.parametrize("written", GETALLEN)
def test_number_is_found_in_every_notation(plant: type_plant, written: str) -> None:
    """An amount of the intranet is known with and without a point between thousands."""
    (finding,) = plant("index.html", f"<p>Het kost {written} in totaal.</p>")
    assert "'187453' is intern ('budget_eur' van actie A-0001)" in finding.melding


@pytest.mark.parametrize("name", ["figuren/x.js", "csv/x.csv", "search/search_index.json"])
@pytest.mark.parametrize("written", ["[12,187453,9]", '{"y":187453}', '"187.453"', "a;187453;b"])
def test_number_is_found_in_data(plant: type_plant, name: str, written: str) -> None:
    """Charts and tables hold numbers without words around them."""
    assert [finding.code for finding in plant(name, written)] == [Code.LEK_INTERN]


ANDERE_GETALLEN = (
    *("1187453", "1874530", "187.4531", "2.187.453", "hash187453abc"),
    '<a href="https://x.nl/doc/187453.pdf">besluit</a>',
    '<svg><path d="M187 453 L187453 2"/></svg>',
    '<svg><path d="M 187 453 L 187453 2"/><polygon points="06 12 34 56 78"/></svg>',
    '<script>[{"y":[187.453,-187.453]}]</script>',
)


@pytest.mark.parametrize("other", ANDERE_GETALLEN)
def test_other_number_is_no_alarm(plant: type_plant, other: str) -> None:
    """Digits inside another number, a web address, a drawing or a decimal number are no leak."""
    assert plant("index.html", f"<p>{other}</p>") == ()


def test_rounded_number_alone_is_no_alarm(plant: type_plant) -> None:
    """Another thing may well cost 125.000 too."""
    assert plant("nulmeting.html", "<p>Dat kost € 125.000 per jaar, of € 175.000.</p>") == ()


def test_rounded_number_on_the_page_of_its_action_is_found(plant: type_plant) -> None:
    """On the page of the action itself it is no chance."""
    (finding,) = plant("acties/a-0002.html", "<p>Dat kost € 125.000 per jaar.</p>")
    assert "'125000' is intern ('budget_eur' van actie A-0002)" in finding.melding


def test_rounded_numbers_together_are_found(plant: type_plant) -> None:
    """Most budgets in one table are no chance either."""
    findings = plant("csv/geld.csv", "A;125000\nB;175000\nC;235000\n")
    assert [finding.code for finding in findings] == [Code.LEK_INTERN] * 3


# --- what is no secret ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Stoeptegels hergebruiken",
        "Team Wegen legt oude tegels terug",
        "De koffieautomaten gaan weg.",
        "gepland",
        "Dit pakken wij op in januari, en dan verder met het werk aan de wegen.",
    ],
)
def test_what_is_public_too_is_no_secret(plant: type_plant, text: str) -> None:
    """Words that everyone may read somewhere else may stand here as well."""
    assert plant("index.html", f"<p>{text}</p>") == ()


def _write(geheim: Geheim, text: str) -> Path:
    site = geheim.root / "gebouwd"
    site.mkdir()
    (site / "index.html").write_text(text, "utf-8")
    return site


def test_piece_of_a_public_text_is_no_secret(verander: type_verander) -> None:
    """Words in the middle of what everyone may read are public, whoever wrote them elsewhere."""
    geheim = verander(TREKKER, "legt oude tegels")
    assert geheim.scan(_write(geheim, "<p>Zij legt oude tegels in de zon.</p>")) == ()


def test_words_of_the_program_are_no_secret(verander: type_verander) -> None:
    """An internal text that the program writes on every page itself is not searched for."""
    geheim = verander(TREKKER, "metingen is er maar één")
    text = "<p>Met twee metingen is er maar één tempo.</p>"
    assert geheim.scan(_write(geheim, text)) == ()


def test_texts_side_by_side_are_no_secret(verander: type_verander) -> None:
    """A page may put two public texts next to each other that are together an internal one."""
    geheim = verander(TREKKER, "Bankjes van oud hout Inkoop")
    site = _write(geheim, "<td>Bankjes van oud hout</td><td>Inkoop</td>")
    assert geheim.scan(site) == ()


def test_released_words_are_no_secret(verander: type_verander) -> None:
    """What an advisor lists under vrijgegeven may be public; what is not on the list may not."""
    text = f"<p>{TREKKER}: 187453. Kazerneterrein verkopen</p>"
    plain = verander("", "")
    assert len(plain.scan(_write(plain, text))) == 3
    released = verander("", "", vrijgegeven=f"vrijgegeven:\n  - {TREKKER}\n  - € 187.453\n")
    (finding,) = released.scan(_write(released, text))
    assert "A-0077" in finding.melding
