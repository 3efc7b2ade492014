"""The writer: templates with one escaper, and everything a template may call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.derive.feiten import Feiten
from generator.model import paden
from generator.model.basis import Editie, Herkomst, Model, Zichtbaarheid
from generator.model.beelden import Beeld
from generator.model.figuren import name_figuren
from generator.model.herkomst import Herkomstvelden, inherit
from generator.model.paden import list_paden
from generator.model.programma import COLLECTIES
from generator.model.proza import Aanroep, Aanroepsoort, Beeldplaats, Proza
from generator.model.woordenlijst import Term
from generator.present import formats, links, mail
from generator.present.escape import encode, finalize
from generator.present.figures import Figuren
from generator.present.figures.basis import Figuur, name_bron
from generator.present.historie import Historie
from generator.present.page import Asset, Page
from generator.present.tekens import OORDEELTEKENS
from generator.present.zinnen import tell_besluit, tell_stand

# A line that begins with a tag is a template's; prose that looks like one gets a space before it.
# Markdown leaves out two control characters and reads a third as a line end, before it looks.
_LINE_OF_HTML = re.compile(r"(?:^|(?<=\r))(?=[\x02\x03]*<)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kruimel:
    """One step of the path above a page title; `pad` is None for a chapter without a page."""

    titel: str
    pad: str | None


@dataclass(frozen=True)
class Writer:
    """Writes the pages of one edition."""

    feiten: Feiten
    figuren: Figuren
    compiled: BytecodeCache | None = None
    historie: Historie | None = None
    """When records were last changed; None where that is not told, as in the public edition."""
    here: list[str] = field(default_factory=list)
    """The page that is being written, last; links are relative to it."""
    media: dict[str, Asset] = field(default_factory=dict)
    """The pictures that pages of this edition show, by name."""

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("site_theme", "templates"),
            autoescape=True,
            finalize=finalize,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=self.compiled,
        )
        contact = self.feiten.programma.gegevens.contact
        environment.globals |= {
            "feiten": self.feiten,
            "programma": self.feiten.programma,
            "term": self.term,
            "termen": self.termen,
            "plaats": self.plaats,
            "thema": self.van["thema"],
            "team": self.van["team"],
            "afdeling": self.van["afdeling"],
            "van": self.van,
            "bestaat": self.paden.__contains__,
            "figuren": self.figuren,
            "tell_besluit": tell_besluit,
            "tell_stand": tell_stand,
            "tekens": OORDEELTEKENS,
            "is_illustratief": self.is_illustratief,
            "bron_van": self.bron_van,
            "noem_bron": self.noem_bron,
            "href": self._href,
            "laatst_gewijzigd": self.tell_gewijzigd,
            "mail_stand": partial(mail.mail_stand, contact, term=self.term),
            "mail_idee": partial(mail.mail_idee, contact),
            "is_intern": self.feiten.editie is Editie.INTERN,
        }
        environment.globals |= {
            name: function
            for module in (formats, paden)
            for name, function in vars(module).items()
            if name.startswith(("format_", "pad_"))
        }
        return environment

    def tell_gewijzigd(self, soort: str, identifier: str) -> str:
        """When the file of a record was last changed; empty where nobody knows."""
        if self.historie is None:
            return ""
        if (soort, identifier) in self.historie.los:
            return "nog niet vastgelegd"
        day = self.historie.dagen.get((soort, identifier))
        return formats.format_datum(day) if day else ""

    @cached_property
    def _terms(self) -> dict[str, dict[str, Term]]:
        return {
            lijst.id: {item.id: item for item in lijst.geordend}
            for lijst in self.feiten.programma.woordenlijsten
        }

    @cached_property
    def _places(self) -> dict[tuple[str, str], str]:
        return {
            (name, identifier): str(place)
            for name, terms in self._terms.items()
            for place, identifier in enumerate(terms, start=1)
        }

    @cached_property
    def van(self) -> dict[str, dict[str, Model]]:
        """Every record of the edition by what a reference calls it and by id."""
        programma = self.feiten.programma
        return {
            soort: {item.id: item for item in getattr(programma, name)}
            for soort, name in COLLECTIES.items()
        }

    @cached_property
    def paden(self) -> frozenset[str]:
        """Every page that this edition has."""
        programma, is_intern = self.feiten.programma, self.feiten.editie is Editie.INTERN
        shown = list_paden(programma).items()
        return frozenset(pad for pad, who in shown if is_intern or who is Zichtbaarheid.PUBLIEK)

    @cached_property
    def besloten(self) -> dict[str, date | None]:
        """The pages of the intranet that not everyone sees, with the day from which they will."""
        programma = self.feiten.programma
        if self.feiten.editie is not Editie.INTERN:
            return {}
        days = {page.pad: page.publiek_vanaf for page in programma.proza}
        for name, locate in paden.RECORDPAGINAS.items():
            days |= {locate(item.id): item.publiek_vanaf for item in getattr(programma, name)}
        shown = list_paden(programma).items()
        return {pad: days.get(pad) for pad, who in shown if who is Zichtbaarheid.INTERN}

    @cached_property
    def proza(self) -> dict[str, Proza]:
        """The prose pages and introductions of this edition, by path."""
        return {item.pad: item for item in self.feiten.programma.proza}

    def list_figuren(self, soort: Aanroepsoort) -> list[Figuur]:
        """Every figure or table that this edition has, whether a page shows it or not."""
        is_intern = self.feiten.editie is Editie.INTERN
        names = name_figuren(self.feiten.programma, soort).items()
        return [
            self.figuren.figuur(name)
            for name, who in names
            if is_intern or who is Zichtbaarheid.PUBLIEK
        ]

    def term(self, woordenlijst: str, identifier: str) -> str:
        """What readers see for an id; the id itself when nobody named it."""
        found = self._terms.get(woordenlijst, {}).get(identifier)
        return found.naam if found else identifier

    def termen(self, woordenlijst: str) -> Sequence[Term]:
        """The terms of a vocabulary in reading order; empty when there is none."""
        return tuple(self._terms.get(woordenlijst, {}).values())

    def plaats(self, woordenlijst: str, identifier: str) -> str:
        """The place of a term in its vocabulary, to sort a column by; empty without one."""
        return self._places.get((woordenlijst, identifier), "")

    def is_illustratief(self, own: Herkomstvelden, *around: Herkomstvelden) -> bool:
        """Whether a number is an example, by its own herkomst or that of what holds it."""
        found = inherit(own, *around, self.feiten.programma.gegevens)
        return found.herkomst is Herkomst.ILLUSTRATIEF

    def bron_van(self, own: Herkomstvelden, *around: Herkomstvelden) -> Model | None:
        """The source of a number, by its own bron or that of what holds it; None without one."""
        found = inherit(own, *around, self.feiten.programma.gegevens)
        return self.van["bron"].get(found.bron or "")

    @cached_property
    def _anderstalig(self) -> dict[str | None, str]:
        """The sources with a title in another language, as figures name them."""
        programma = self.feiten.programma
        return {
            name_bron(programma, bron.id): bron.taal.value
            for bron in programma.bronnen
            if bron.taal
        }

    def noem_bron(self, naam: str) -> Markup:
        """A source as figures name it, marked with its language where that is not Dutch."""
        shown = finalize(naam)
        if naam not in self._anderstalig:
            return shown
        return Markup('<span lang="{}">{}</span>').format(self._anderstalig[naam], shown)

    def _href(self, to: str) -> Markup:
        return escape(links.href(self.here[-1], to))

    def render(self, template: str, pad: str, **context: Any) -> Markup:
        """The Markdown of a template as seen from the page `pad`."""
        self.here.append(pad)
        text = self._environment.get_template(f"{template}.md.jinja").render(context)
        self.here.pop()
        return Markup(text)  # noqa: S704 - every expression in it passed the escaper

    def render_proza(self, proza: Proza | None, pad: str) -> Markup:
        """A prose text with its figures, tables and numbers in place; empty without prose."""
        if proza is None:
            return Markup("")
        parts = [
            _LINE_OF_HTML.sub(" ", deel) if isinstance(deel, str) else self._place(deel, pad)
            for deel in proza.delen
        ]
        # Only line ends: a space may stand before what would otherwise be a line of HTML.
        return Markup("".join(parts).strip("\n"))  # noqa: S704 - the page makes text of it

    def _show(self, plaats: Beeldplaats, pad: str) -> str:
        """A picture with its caption; nothing where the edition may not show it."""
        beeld = self.van["beeld"].get(plaats.bestand)
        if not isinstance(beeld, Beeld) or beeld.opname is None:
            return ""
        self.media[beeld.bestand] = Asset(beeld.pad, beeld.opname.inhoud)
        return f"\n\n{self.render('onderdelen/beeld', pad, beeld=beeld)}\n\n"

    def _place(self, aanroep: Aanroep | Beeldplaats, pad: str) -> str:
        if isinstance(aanroep, Beeldplaats):
            return self._show(aanroep, pad)
        if aanroep.soort is Aanroepsoort.CIJFER:
            return self.render(
                "onderdelen/cijfer", pad, cijfer=self.figuren.cijfer(aanroep.naam)
            ).strip()
        is_chart = aanroep.soort is Aanroepsoort.GRAFIEK
        figuur = (self.figuren.grafiek if is_chart else self.figuren.figuur)(aanroep.naam)
        # Of a table without rows only its sentence is left, as of a chart without any.
        is_sentence = is_chart or not figuur.tabel.rijen
        template = "onderdelen/grafiek" if is_sentence else "onderdelen/tabel"
        return f"\n\n{self.render(template, pad, figuur=figuur)}\n\n"

    def _introduce(self, proza: Proza | None, pad: str) -> Markup:
        """The introduction of a page; marked where everyone sees the page without it."""
        text = self.render_proza(proza, pad)
        if proza is None or pad in self.besloten or proza.zichtbaarheid is Zichtbaarheid.PUBLIEK:
            return text
        mark = self.render("onderdelen/besloten", pad, vanaf=proza.publiek_vanaf)
        return Markup(f"{mark.strip()}\n\n{text}")  # noqa: S704 - both passed the escaper

    def page(  # noqa: PLR0913 - one page has these parts, all named
        self,
        pad: str,
        template: str,
        *,
        titel: str,
        omschrijving: str,
        kruimels: Sequence[Kruimel] = (),
        verberg: Sequence[str] = (),
        trefwoorden: Sequence[str] = (),
        **context: Any,
    ) -> Page:
        """A page from a template, with its introduction, front matter and breadcrumbs.

        `trefwoorden` are everyday words that find the page without standing on it.
        """
        inleiding = self.proza.get(pad)
        body = self.render(
            template,
            pad,
            titel=titel,
            kruimels=kruimels,
            inleiding=self._introduce(inleiding, pad),
            is_besloten=pad in self.besloten,
            openbaar_vanaf=self.besloten.get(pad),
            **context,
        )
        omschrijving = inleiding.omschrijving if inleiding else omschrijving
        hidden = f"hide: [{', '.join(verberg)}]\n" if verberg else ""
        front = f'title: "{encode(titel)}"\ndescription: "{encode(omschrijving)}"\n{hidden}'
        if trefwoorden:
            front += f'trefwoorden: "{encode(" ".join(trefwoorden))}"\n'
        return Page(pad, f"---\n{front}---\n\n{body.strip()}\n")
