"""Prose: Markdown with front matter; calls and pictures are recognised and nothing is run."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.findings import Code, Finding, Plek, fout
from generator.load.grenzen import MEESTE_FOUTEN, find_too_much
from generator.load.prose_beelden import find_beelden, tell_beeld
from generator.load.records import validate_at
from generator.load.yaml_document import parse_yaml
from generator.model.beelden import BEELDMAP
from generator.model.gelijkenis import suggest
from generator.model.plekken import Vindplaats
from generator.model.proza import (
    Aanroep,
    Aanroepsoort,
    Beeldplaats,
    Koppeling,
    Plaatshouder,
    Proza,
)
from generator.model.schrijftekens import find_stuurteken, tell_stuurteken
from generator.model.teksten import find_plaatshouders

_CODE = re.compile(
    r"^(```|~~~)[\w#.+-]*[ ]*\n.*?^\1[ ]*$|(?<!`)(`+)(?!`)[^\n]+?(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(
    # Also a link over two lines, one with a word between brackets in it, and any other ending.
    r"(?:\[(?:[^\[\]]|\[[^\[\]]*\])*)?\]\(\s*<?([^)\s>]*)"
    # A footnote is defined like an address, and is text.
    r"|^ {0,3}\[(?!\^)[^\[\]]+\]:\s*<?([^\s>]+)",
    re.MULTILINE,
)
_BEELD = re.compile(r"!\[[^\[\]]*\]\([^()\n]*\)")
_AANROEP = re.compile(r"""\{\{\s*([a-z]+)\(\s*(["'])([^"'\n]*)\2\s*\)\s*\}\}""")
_HAKEN = re.compile(r"\{\{|\}\}|\{%|%\}")
_HTML = re.compile(r"<[A-Za-z/!?]")
_HTML_BEELD = re.compile(r"<(?:img|picture|figure|svg)\b", re.IGNORECASE)
_VOORBEELD = '{{ grafiek("acties-per-thema") }}'


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


class _Locate:
    """Turns an offset in the body into a place in the file."""

    def __init__(self, bestand: str, body: str, first_line: int) -> None:
        self.bestand, self.first_line = bestand, first_line
        self.breaks = [-1, *(found.start() for found in re.finditer("\n", body))]

    def __call__(self, offset: int) -> Plek:
        index = bisect_left(self.breaks, offset) - 1
        return Plek(self.bestand, self.first_line + index, offset - self.breaks[index])


def _find_unsafe(body: str, locate: _Locate) -> list[Finding]:
    findings = [
        fout(
            Code.PROZA_HTML,
            locate(found.start()),
            f"hier staat HTML: '{body[found.start() : found.start() + 20].splitlines()[0]}'",
            "schrijf gewone Markdown; "
            + (
                f"zet een beeld in {BEELDMAP}, en schrijf {tell_beeld(locate.bestand)}"
                if _HTML_BEELD.match(body, found.start())
                else "een adres als [tekst](https://...)"
            ),
        )
        for found in _HTML.finditer(body)
    ]
    without_calls = _AANROEP.sub(_blank, body)
    findings += [
        fout(
            Code.PROZA_AANROEP,
            locate(found.start()),
            f"'{found.group()}' hoort bij een aanroep, maar die is niet af of niet toegestaan",
            f"schrijf bijvoorbeeld {_VOORBEELD}, of zet de tekst tussen `accenten`",
        )
        for found in _HAKEN.finditer(without_calls)
    ]
    return findings


def parse_delen(
    body: str, bestand: str, first_line: int
) -> tuple[tuple[str | Aanroep | Beeldplaats, ...], list[Finding]]:
    """The body cut at its calls and pictures: text, call, text, ...; and what is not allowed."""
    locate = _Locate(bestand, body, first_line)
    visible = _CODE.sub(_blank, body)
    findings = _find_unsafe(visible, locate)
    if sign := find_stuurteken(body):
        findings.append(fout(Code.TEKST_ONGELDIG, locate(sign.start()), *tell_stuurteken(sign)))
    placed: list[tuple[int, int, Aanroep | Beeldplaats]] = []
    for found in (*_find_aanroepen(visible, locate), *find_beelden(visible, bestand, locate)):
        if isinstance(found, Finding):
            findings.append(found)
        else:
            placed.append(found)
    delen: list[str | Aanroep | Beeldplaats] = []
    end = 0
    for start, after, deel in sorted(placed, key=lambda item: item[0]):
        delen += [body[end:start], deel]
        end = after
    return (*delen, body[end:]), findings


def _find_aanroepen(visible: str, locate: _Locate) -> Iterator[tuple[int, int, Aanroep] | Finding]:
    """Each call with its begin and end, or a finding about one that does not exist."""
    soorten = [soort.value for soort in Aanroepsoort]
    for found in _AANROEP.finditer(visible):
        soort, _, naam = found.groups()
        plek = locate(found.start())
        if soort in soorten:
            aanroep = Aanroep(Aanroepsoort(soort), naam, plek.regel, plek.kolom)
            yield found.start(), found.end(), aanroep
        else:
            melding = f"de aanroep '{soort}' bestaat niet"
            yield fout(Code.PROZA_AANROEP, plek, melding, suggest(soort, soorten))


def find_koppelingen(body: str, bestand: str, first_line: int) -> tuple[Koppeling, ...]:
    """The links in a body, outside code."""
    locate = _Locate(bestand, body, first_line)
    found = []
    for link in _LINK.finditer(_BEELD.sub(_blank, _CODE.sub(_blank, body))):
        plek = locate(link.start())
        doel = link.group(1) if link.group(2) is None else link.group(2)
        found.append(Koppeling(doel, plek.regel, plek.kolom))
    return tuple(found)


def list_plaatshouders(body: str, bestand: str, first_line: int) -> tuple[Plaatshouder, ...]:
    """The placeholders in a body, outside code."""
    locate = _Locate(bestand, body, first_line)
    found = [(locate(at), tekst) for at, tekst in find_plaatshouders(_CODE.sub(_blank, body))]
    return tuple(Plaatshouder(tekst, plek.regel, plek.kolom) for plek, tekst in found)


def parse_prose(
    text: str, bestand: str
) -> tuple[Proza | None, Vindplaats | None, tuple[Finding, ...]]:
    """The prose page in a Markdown file, the place of its front matter, and what was wrong."""
    parts = re.match(r"---[ ]*\n(.*?\n)---[ ]*(?:\n|$)", text, re.DOTALL)
    if parts is None:
        melding = "het bestand begint niet met titel en omschrijving tussen twee regels met ---"
        oplossing = "begin met: --- / titel: ... / omschrijving: ... / zichtbaarheid: intern / ---"
        return None, None, (fout(Code.PROZA_VOORWERK, Plek(bestand, 1, 1), melding, oplossing),)
    body = text[parts.end() :]
    document, findings = parse_yaml(parts.group(1), bestand, regel_vooraf=1)
    first_line = text.count("\n", 0, parts.end()) + 1
    if too_much := tuple(find_too_much(body, bestand, first_line)):
        return None, None, (*findings, *too_much[:MEESTE_FOUTEN])
    delen, found = parse_delen(body, bestand, first_line)
    if document is None:
        return None, None, (*findings, *found)
    vindplaats = Vindplaats(document.posities, ())
    pad = bestand.removeprefix("content/").removesuffix(".md")
    supplied = {
        "pad": pad,
        "delen": delen,
        "begint_op": first_line,
        "koppelingen": find_koppelingen(body, bestand, first_line),
        "plaatshouders": list_plaatshouders(body, bestand, first_line),
    }
    record, refused = validate_at(Proza, document.inhoud, vindplaats, **supplied)
    return record, vindplaats, (*findings, *refused, *found)
