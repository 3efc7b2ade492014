"""Rules about prose: each figure, table and number that it places exists and may be shown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, Plek, fout
from generator.model.basis import Zichtbaarheid
from generator.model.figuren import name_figuren
from generator.model.gelijkenis import suggest
from generator.model.proza import Aanroep, Proza


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
