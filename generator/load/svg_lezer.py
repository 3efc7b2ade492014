"""Parses a drawing and judges every word of it; what is allowed becomes a tree.

Expat reads; nothing is looked up elsewhere, and a document type is refused before anything in it is
read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from generator.findings import Code, Finding, Plek, fout
from generator.load.svg_regels import (
    ATTRIBUTEN,
    EDITORS,
    ELEMENTEN,
    STIJL,
    SVG,
    TEKST,
    VERLOPEN,
    XLINK,
    XML,
    is_anchor,
    is_left_out,
    is_style_left_out,
)

MEESTE_ELEMENTEN = 10_000
DIEPSTE_ELEMENT = 40
MEESTE_MELDINGEN = 20

_ADVIES: Final = {
    "script": "haal het script weg",
    "foreignObject": "zet tekst in een tekening als <text>",
    "image": "zet een foto als eigen bestand in content/media",
    "use": "maak van de kopie een eigen vorm (Inkscape: Bewerken > Kloon > Kloon losmaken)",
    "symbol": "teken de vorm zelf, zonder symbool",
    "a": "maak de link in de tekst van de pagina",
    "style": "sla de tekening op als gewone SVG, met de opmaak bij elke vorm ('presentation "
    "attributes')",
    "filter": "haal het effect weg (schaduw, vervaging), of sla de tekening op als .png",
    "mask": "gebruik een uitsnede (clipPath), of sla de tekening op als .png",
    "pattern": "gebruik een effen kleur of een verloop",
    "marker": "zet pijlpunten om naar een pad (Inkscape: Pad > Lijn naar pad)",
    "svg": "zet een tekening niet in een tekening; gebruik <g>",
    **dict.fromkeys(
        ("animate", "animateTransform", "animateMotion", "animateColor", "set"),
        "haal de animatie weg: een beeld staat stil",
    ),
}


class _StopError(Exception):
    """Reading further has no use."""


@dataclass(slots=True)
class Element:
    """An element that may be published, with the words and elements inside."""

    name: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)


class Reader:
    """Reads one drawing, and keeps what is allowed."""

    def __init__(self, bestand: str) -> None:
        self.bestand = bestand
        self.findings: list[Finding] = []
        self.root: Element | None = None
        self.open: list[Element] = []
        self.skipped = 0
        """How deep we are in a part that is left out."""
        self.count = 0
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.EntityDeclHandler = self._refuse_doctype
        parser.ProcessingInstructionHandler = self._refuse_instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._write
        self.parser = parser

    def read(self, content: bytes) -> None:
        """Read the drawing; what is wrong comes in `findings`."""
        try:
            self.parser.Parse(content, True)
        except _StopError:
            pass
        except expat.ExpatError as error:
            self.findings.append(
                fout(
                    Code.BEELD_ONLEESBAAR,
                    Plek(self.bestand, error.lineno, error.offset + 1),
                    "hier is de tekening stuk: dit is geen goede SVG",
                    "open de tekening in een tekenprogramma en sla haar opnieuw op als SVG",
                )
            )

    def report(self, melding: str, oplossing: str) -> None:
        """Add a finding at the place where the parser is."""
        plek = Plek(
            self.bestand,
            max(self.parser.CurrentLineNumber, 1),
            max(self.parser.CurrentColumnNumber, 0) + 1,
        )
        self.findings.append(fout(Code.BEELD_ONVEILIG, plek, melding, oplossing))
        if len(self.findings) >= MEESTE_MELDINGEN:
            raise _StopError

    def _stop(self, melding: str, oplossing: str) -> None:
        self.report(melding, oplossing)
        raise _StopError

    def _declare(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() != "utf-8":
            self._stop(
                f"deze tekening zegt dat zij is opgeslagen als {encoding[:20]}",
                "sla de tekening op als UTF-8",
            )

    def _refuse_doctype(self, *_: object) -> None:
        self._stop(
            "hier staat een DOCTYPE of ENTITY", "haal dat deel weg; de tekening werkt zonder"
        )

    def _refuse_instruction(self, target: str, _data: str) -> None:
        self.report(f"hier staat een opdracht <?{target[:20]}", "haal die regel weg")

    def _start(self, name: str, given: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self.count += 1
        if self.count > MEESTE_ELEMENTEN or len(self.open) + self.skipped >= DIEPSTE_ELEMENT:
            self._stop(
                "deze tekening heeft te veel onderdelen, of te veel in elkaar",
                "vereenvoudig de tekening, of sla haar op als .png",
            )
        if self.skipped or space in EDITORS or (space, local) == (SVG, "metadata"):
            self.skipped += 1
            return
        is_known = space == SVG and local in ELEMENTEN and (local == "svg") != bool(self.open)
        if not is_known:
            shown = local if space == SVG else f"{local} (van '{space[:60]}')"
            advice = _ADVIES.get(local) if space in {SVG, ""} else None
            if not self.open and local == "svg":
                advice = f'schrijf <svg xmlns="{SVG}" ...>'
            self.report(f"<{shown}> mag niet in een tekening", advice or "haal dit onderdeel weg")
            self.skipped += 1
            return
        element = Element(local, {})
        self._judge_attributes(element, given)
        if self.open:
            self.open[-1].inside.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        else:
            self.open.pop()

    def _write(self, text: str) -> None:
        if self.skipped or not self.open:
            return
        if self.open[-1].name in TEKST:
            self.open[-1].inside.append(text)
        elif text.strip():
            self.report("hier staat losse tekst", "haal de tekst weg, of zet haar in <text>")

    def _judge_attributes(self, element: Element, given: dict[str, str]) -> None:
        kept = element.attributes
        style = ""
        for name, value in given.items():
            space, _, local = name.rpartition(" ")
            if space in EDITORS or space == XML or (not space and is_left_out(local)):
                continue
            if not space and local == "style":
                style = value
            elif space in {"", XLINK} and local == "href" and element.name in VERLOPEN:
                self._keep(kept, "href", value, is_good=is_anchor(value))
            elif space:
                self.report(f"{local} van '{space[:60]}' mag niet", "haal dit kenmerk weg")
            else:
                self._judge_value(kept, local, value)
        for part in style.split(";"):
            name, _, value = (piece.strip() for piece in part.partition(":"))
            if name in STIJL:
                self._judge_value(kept, name, value)
            elif name and not is_style_left_out(name, value):
                self.report(f"de opmaak '{name[:40]}' mag niet", "haal deze opmaak weg")
        # Within a clip path another would multiply the work, level by level.
        if "clip-path" in kept and "clipPath" in (element.name, *(e.name for e in self.open)):
            self.report("een uitsnede in een uitsnede mag niet", "haal de binnenste clip-path weg")

    def _judge_value(self, kept: dict[str, str], name: str, value: str) -> None:
        pattern = ATTRIBUTEN.get(name)
        if pattern is None:
            event = re.fullmatch("on[a-z]+", name, re.IGNORECASE)
            advice = "haal het script weg" if event else "haal dit kenmerk weg"
            self.report(f"het kenmerk {name[:40]} mag niet in een tekening", advice)
            return
        self._keep(kept, name, value, is_good=bool(pattern.fullmatch(value)))

    def _keep(self, kept: dict[str, str], name: str, value: str, *, is_good: bool) -> None:
        if is_good:
            kept[name] = value
            return
        melding = f"bij {name} staat '{value[:40]}', en dat mag niet"
        is_link = "url" in value.lower() or name == "href"
        oplossing = "verwijs alleen naar een onderdeel van deze tekening, als #naam"
        self.report(melding, oplossing if is_link else "haal dit kenmerk weg of verbeter de waarde")
