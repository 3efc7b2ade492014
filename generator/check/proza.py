"""Rules about prose: each figure, table and number that it places exists and may be shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from generator.check.dossier import Dossier
from generator.check.paginas import list_unsure
from generator.findings import Code, Finding, Plek, fout
from generator.model.basis import Zichtbaarheid
from generator.model.figuren import name_figuren
from generator.model.gelijkenis import find_closest, suggest
from generator.model.paden import list_paden
from generator.model.proza import HOOFDSTUKKEN, Aanroep, Koppeling, Proza

# What Windows keeps for itself, and what MkDocs or the server reads in its own way.
GERESERVEERD = {"con", "prn", "aux", "nul", "404", "templates", "readme"}
_NAAM = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_SCHEMA = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_TOEGESTAAN = {"https", "http", "mailto"}


def _iter_aanroepen(dossier: Dossier) -> Iterator[tuple[Proza, Aanroep, Plek]]:
    for page in dossier.programma.proza:
        for deel in page.delen:
            if isinstance(deel, Aanroep):
                yield page, deel, Plek(f"content/{page.pad}.md", deel.regel, deel.kolom)


def find_figuur_onbekend(dossier: Dossier) -> Iterator[Finding]:
    """Prose that places something that does not exist."""
    broken = {
        f"{soort}-{name}" for soort in ("indicator", "reeks") for name in dossier.plekken.ids(soort)
    }
    for _, aanroep, plek in _iter_aanroepen(dossier):
        known = name_figuren(dossier.programma, aanroep.soort)
        unread = dossier.plekken.is_unread(aanroep.naam.partition("-")[0])
        if aanroep.naam not in known and aanroep.naam not in broken and not unread:
            yield fout(
                Code.FIGUUR_ONBEKEND,
                plek,
                f"{aanroep.soort} '{aanroep.naam}' bestaat niet",
                suggest(aanroep.naam, known),
            )


def find_figuur_intern(dossier: Dossier) -> Iterator[Finding]:
    """A public page that places something that only the intern edition shows."""
    for page, aanroep, plek in _iter_aanroepen(dossier):
        known = name_figuren(dossier.programma, aanroep.soort)
        hidden = known.get(aanroep.naam) is Zichtbaarheid.INTERN
        if hidden and page.zichtbaarheid is Zichtbaarheid.PUBLIEK:
            yield fout(
                Code.FIGUUR_INTERN,
                plek,
                f"deze pagina is openbaar, maar {aanroep.soort} '{aanroep.naam}' is intern",
                "maak de pagina intern, of haal de aanroep weg",
            )


def find_hoofdstuk_onbekend(dossier: Dossier) -> Iterator[Finding]:
    """A page that asks for a chapter that no menu has: nobody would find it."""
    for page in dossier.programma.proza:
        if page.hoofdstuk is not None and page.hoofdstuk not in HOOFDSTUKKEN:
            yield fout(
                Code.KEUZE_ONBEKEND,
                dossier.plekken.waar("proza", page.pad, "hoofdstuk"),
                f"het hoofdstuk '{page.hoofdstuk}' bestaat niet",
                suggest(page.hoofdstuk, HOOFDSTUKKEN),
            )


def find_pad_ongeldig(dossier: Dossier) -> Iterator[Finding]:
    """A page whose file name cannot be an address everywhere."""
    for page in dossier.programma.proza:
        for part in page.pad.split("/"):
            if _NAAM.fullmatch(part) and part not in GERESERVEERD:
                continue
            yield fout(
                Code.PAD_ONGELDIG,
                Plek(f"content/{page.pad}.md"),
                f"'{part}' kan geen naam van een pagina of map zijn",
                "gebruik kleine letters, cijfers, - en _, bijvoorbeeld onze-aanpak.md",
            )


def find_link_onjuist(dossier: Dossier) -> Iterator[Finding]:
    """A link in prose that leads nowhere, or where no link may lead."""
    unsure = dict.fromkeys(list_unsure(dossier), Zichtbaarheid.PUBLIEK)
    paden = {**unsure, **list_paden(dossier.programma)}
    for page in dossier.programma.proza:
        for link in page.koppelingen:
            if problem := _judge(link, page, paden):
                plek = Plek(f"content/{page.pad}.md", link.regel, link.kolom)
                yield fout(Code.PROZA_LINK, plek, *problem)


def _judge(
    link: Koppeling, page: Proza, paden: Mapping[str, Zichtbaarheid]
) -> tuple[str, str] | None:
    """What is wrong with a link and what to type instead; None when it is good."""
    scheme = _SCHEMA.match(link.doel)
    if scheme:
        is_good = scheme.group(1).lower() in _TOEGESTAAN
        problem = (f"'{scheme.group()}' mag niet in een link", "begin met https:// of mailto:")
        return None if is_good else problem
    doel, _, anker = link.doel.partition("#")
    return None if anker and not doel else _judge_page(doel, page, paden)


def _judge_page(
    doel: str, page: Proza, paden: Mapping[str, Zichtbaarheid]
) -> tuple[str, str] | None:
    if doel.startswith(("/", "\\")) or not doel.endswith(".md"):
        oplossing = "schrijf de weg naar het .md-bestand, bijvoorbeeld ../acties/index.md"
        return f"'{doel}' verwijst niet naar een pagina", oplossing
    pad = posixpath.normpath(posixpath.join(posixpath.dirname(page.pad), doel[: -len(".md")]))
    if pad not in paden:
        closest = find_closest(pad, paden)
        weg = posixpath.relpath(f"{closest}.md", posixpath.dirname(page.pad) or ".")
        oplossing = f"bedoelt u '{weg}'?" if closest else "controleer de naam en de map"
        return f"de pagina '{doel}' bestaat niet", oplossing
    if page.zichtbaarheid is Zichtbaarheid.PUBLIEK and paden[pad] is Zichtbaarheid.INTERN:
        melding = f"deze pagina is openbaar, maar '{doel}' is intern"
        return melding, "maak de pagina intern, of haal de link weg"
    return None
