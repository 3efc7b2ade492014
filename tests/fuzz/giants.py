"""Files as large as they may be, each of one thing that costs more the more there is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.reader import GROOTSTE_BESTAND, GROOTSTE_SOORT
from tests.conftest import MINIGEMEENTE

MB = 1_000_000
_KOP = b"---\ntitel: X\nomschrijving: Y.\nzichtbaarheid: intern\n---\n"

PROZA: dict[str, bytes] = {
    "haken": b"[",
    "beelden": b"![",
    "haken-dicht": b"]",
    "link-halven": b"[a](",
    "link-titels": b'[a](b "',
    "link-zonder-eind": b"[a](<b ",
    "verwijzingen": b"[a][",
    "voetnoten": b"[^1]",
    "noten": b"[^%d]: x\n\n",
    "adressen": b"[%d]: http://x\n",
    "accenten": b"`",
    "accenten-los": b"` ",
    "accentrijen": b"`a``b```c",
    "sterren": b"*",
    "sterren-los": b"*a ",
    "sterren-dubbel": b"**a ",
    "sterren-gemengd": b"*a **b ***c ",
    "strepen": b"_a ",
    "strepen-dubbel": b"__a",
    "citaten": b"> ",
    "citaatregels": b"> a\n",
    "citaattrap": b"> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > a\n\n",
    "lijst": b"- a\n",
    "lijst-genummerd": b"1. a\n",
    "lijsttekens": b"- ",
    "inspringen": b"    ",
    "koppen": b"# a\n",
    "koppen-gelijk": b"## a\n\n",
    "onderstreept": b"a\n=\n",
    "hekjes": b"#",
    "tabel": b"|a|b|\n|-|-|\n|c|d|\n\n",
    "tabelkolommen": b"a|",
    "tabelstrepen": b"-|",
    "hekken": b"```a\n",
    "hekken-los": b"```\n",
    "golven": b"~~~\n",
    "hekkenrij": b"```",
    "html": b"<a ",
    "html-einden": b"</a",
    "html-commentaar": b"<!--",
    "entiteiten": b"&",
    "entiteitnummers": b"&#1",
    "schuine-strepen": b"\\",
    "aanroepen": b'{{ grafiek("x") }}\n\n',
    "aanroephalven": b"{{ grafiek(",
    "accolades": b"{",
    "accolades-spatie": b"{{ ",
    "spaties": b" ",
    "tabs": b"\t",
    "regels": b"\n",
    "woorden": b"woord ",
    "lang-woord": b"w",
    "alineas": b"woord\n\n",
    "puntjes": b"...\n",
    "postbussen": b"<a@",
    "afkortingen": b"TODO ",
    "stx": b"\x02",
    "stash": b"\x02wzxhzdk:0\x03",
    "unicode": "\N{COMBINING ACUTE ACCENT}".encode(),
    "rechts-links": "\N{RIGHT-TO-LEFT OVERRIDE}".encode(),
}
"""What is repeated in the body of a prose page; %d becomes a number that counts."""

YAML: dict[str, bytes] = {
    "lijst": b"- a\n",
    "korte-lijst": b"[" + b"1," * (MB // 2 - 4) + b"1]",
    "lege-blokken": b"[" + b"{}," * (MB // 3 - 4) + b"{}]",
    "haken": b"[",
    "accolades": b"{",
    "accolades-sleutel": b"{a: ",
    "streepjes": b"- ",
    "vraagtekens": b"? ",
    "sleutels": b"s%d: 1\n",
    "zelfde-sleutel": b"a: 1\n",
    "ankers": b"s%d: &a 1\n",
    "labels": b"s%d: !!int 1\n",
    "richtlijnen": b"%%TAG !a%d! x\n",
    "documenten": b"--- a\n",
    "records": b"- id: x%d\n",
    "records-leeg": b"-\n",
    "commentaar": b"# a\n",
    "tekst": b"teams: >-\n  " + b"woord " * (MB // 6 - 4),
    "tekstregels": b"teams: >-\n" + b"  a\n" * (MB // 4 - 4),
    "vlakke-tekst": b"teams: a\n" + b"  a\n" * (MB // 4 - 4),
    "aanhaling": b'teams: "' + b"a\n" * (MB // 2 - 8),
    "aanhaling-codes": b'teams: "' + b"\\x41" * (MB // 4 - 8) + b'"',
    "spaties": b" ",
    "cijfers": b"teams: " + b"9" * (MB - 10),
    "lange-sleutel": b"a" * (MB - 10) + b": 1",
    "dubbele-punten": b"a:",
    "tabs": b"\t",
    "nul": b"\x00",
    "emoji": "\N{GRINNING FACE}".encode(),
}
"""What is repeated in a file with teams."""

TEAMS: dict[str, bytes] = {
    "goed": b"  - id: t%d\n    naam: T\n    afdeling: ruimte\n",
    "fout": b"  - id: t%d\n    nam: T\n    afdelin: r%d\n",
    "verwijzing": b"  - id: t%d\n    naam: T\n    afdeling: afdeling_%d\n",
    "zelfde-id": b"  - id: t\n    naam: T\n    afdeling: ruimte\n",
    "leeg": b"  -\n",
    "velden": b"  - {a%d: 1, b: 2, c: 3, d: 4, e: 5}\n",
}
"""Records in data/teams.yaml."""

CSV: dict[str, bytes] = {
    "puntkomma": b";",
    "kolommen": b"k%d;",
    "kolommen-zelfde": b"a;",
    "regels": b"\n",
    "aanhaling": b'"',
    "aanhaling-dubbel": b'""',
    "cel": b"a",
    "rijen-smal": b"a\n",
    "rijen": b"2026;a;1\n",
    "nul": b"\x00",
}
"""What is repeated in a table."""

INKOOP: dict[str, bytes] = {
    "fout": b"2026;x%d;a;b;c;d\n",
    "smal": b"2026;\n",
    "breed": b"2026;x;1;2;3;4;5\n",
    "leeg": b";;;;;\n",
    "lange-rij": b'2026;"a;' + b"b" * 10_000 + b'";1;2;3;4\n',
    "dubbel": b"2026;kantoor;100000;0,5;2;1;20000;basis;2026-09;;hoog;bedrijfsvoering\n",
    "onbekend": b"2026;s%d;100000;0,5;2;1;20000;basis;2026-09;;hoog;bedrijfsvoering\n",
}
"""Rows of data/inkoop.csv."""

SVG: dict[str, bytes] = {
    "groepen": b"<g>",
    "vormen": b'<path d="M0 0"/>',
    "pad": b'<path d="' + b"M0 0 " * 190_000 + b'"/>',
    "tekst": b"<text>" + b"a " * 490_000 + b"</text>",
    "kenmerken": b'<path a%d="1" b%d="2"/>',
    "naamruimten": b'<g xmlns:a%d="x">',
    "entiteiten": b"&#65;",
    "onbekend": b"<x%d/>",
    "scripts": b"<script>1</script>",
    "stijl": b'<g style="a:b;' + b"c:d;" * 100 + b'"/>',
    "verwijzingen": b'<path fill="url(#a%d)"/>',
    "opmerkingen": b"<!-- a -->",
}
"""What is repeated in a drawing."""
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'

VOL: dict[str, tuple[bytes, bytes]] = {
    "data/teams.yaml": (
        b"teams:\n",
        b"  - {id: t%d, naam: Team %d, afdeling: ruimte, omschrijving: x, betekenis: x}\n",
    ),
    "data/begrippen.yaml": (
        b"begrippen:\n",
        b"  - {id: b%d, naam: Begrip %d, uitleg: Een begrip., synoniemen: [woord %d]}\n",
    ),
    "data/bronnen.yaml": (
        b"bronnen:\n",
        b"  - {id: b%d, titel: Bron %d, organisatie: Dorp, url: 'https://x.example/%d'}\n",
    ),
    "data/metingen/restafval_inw.csv": (
        b"reeks;jaar;waarde;definitie_versie;publicatie\n",
        b"restafval_inw;2024;%d;fijn_en_grof;2025-05\n",
    ),
    "data/aangeleverd/streek_afval.csv": (
        b"stroom;jaar;massa;opmerking\n",
        b"restafval;2024;%d;nog niet geteld, want de streek telt nog\n",
    ),
}
"""Files with good records, as many as there may be."""
MEESTE_RECORDS = 4_990


def _fill(piece: bytes, size: int, most: int = MB) -> bytes:
    """`piece` over and over, counted where it has room for a number, up to `size` bytes."""
    pieces: list[bytes] = []
    length, many = 0, piece.count(b"%d")
    most = min(most, MB if many else size // len(piece) + 1)
    while length < size and len(pieces) < most:
        pieces.append(piece % ((len(pieces),) * many) if many else piece)
        length += len(pieces[-1])
    return b"".join(pieces)[:size]


def fill_prose(piece: bytes, size: int) -> bytes:
    """As much of `piece` as a page may hold: in paragraphs, none of which is too long."""
    one = piece % ((1,) * piece.count(b"%d")) if b"%d" in piece else piece
    counts = (one.count(b"["), 200), (len(one), 9_900), (one.count(b"\n"), 4_000)
    most = min(bound // count for count, bound in counts if count)
    if re.match(rb"#|```|~~~|a\n=", one):
        return _fill(piece, size, 190)
    paragraph = one * most + b"\n\n"
    return _fill(paragraph, size)


def iter_giants(part: float = 1) -> Iterator[tuple[str, str, bytes]]:
    """Each giant as name, file and content; `part` of the largest size that is allowed."""
    yaml, proza = (int(part * GROOTSTE_SOORT[suffix]) for suffix in (".yaml", ".md"))
    csv = int(part * GROOTSTE_BESTAND)
    for name, piece in PROZA.items():
        yield f"proza-{name}", "content/aanpak.md", _KOP + _fill(piece, proza - len(_KOP))
        content = _KOP + fill_prose(piece, proza - len(_KOP))
        yield f"proza-mag-{name}", "content/aanpak.md", content
    for name, piece in YAML.items():
        yield f"yaml-{name}", "data/teams.yaml", _fill(piece, yaml)
    for name, piece in TEAMS.items():
        yield f"teams-{name}", "data/teams.yaml", b"teams:\n" + _fill(piece, yaml - 10)
    for name, piece in CSV.items():
        yield f"csv-{name}", "data/inkoop.csv", _fill(piece, csv)
        yield f"aangeleverd-{name}", "data/aangeleverd/streek_afval.csv", _fill(piece, csv)
    for name, piece in SVG.items():
        room = int(part * MB) - 100
        content = _SVG + _fill(piece, room, max(1, room // len(piece) - 1)) + b"</svg>"
        yield f"svg-{name}", "content/media/tegel.svg", content
    bomb = b"".join(b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10) for n in range(12))
    bomb = b'<!DOCTYPE svg [<!ENTITY a0 "ha">' + bomb + b"]>" + _SVG + b"&a12;</svg>"
    yield "svg-bom", "content/media/tegel.svg", bomb
    kop = (MINIGEMEENTE / "data/inkoop.csv").read_bytes().split(b"\n")[0] + b"\n"
    for name, piece in INKOOP.items():
        yield f"inkoop-{name}", "data/inkoop.csv", kop + _fill(piece, csv - len(kop), 19_990)
    for name, (begin, piece) in VOL.items():
        most = 19_990 if "metingen" in name else 99_990 if name.endswith(".csv") else MEESTE_RECORDS
        size = csv if name.endswith(".csv") else yaml
        own = begin if name.endswith(".csv") else (MINIGEMEENTE / name).read_bytes()
        yield f"vol-{name}", name, own + _fill(piece, size - len(own), most)
