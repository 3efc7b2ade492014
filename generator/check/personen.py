"""Rules about people: no public text names somebody, gives an address or a telephone number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, Plek, waarschuwing
from generator.model.basis import Zichtbaarheid
from generator.model.persoonsgegevens import (
    Gegeven,
    find_persoonsgegevens,
    is_vrijgegeven,
    list_gewone_woorden,
    list_postbussen,
)
from generator.model.programma import iter_records
from generator.model.teksten import iter_teksten

_OPLOSSING: Final = {
    Gegeven.MAIL: "noem een postbus",
    Gegeven.TELEFOON: "noem een postbus in plaats van een nummer",
    Gegeven.NAAM: "noem de functie of het team in plaats van de naam",
}


def find_persoon_genoemd(dossier: Dossier) -> Iterator[Finding]:
    """A public text with what looks like personal data; the build of the public edition stops."""
    texts = list(_iter_openbaar(dossier))
    gewoon = list_gewone_woorden(text for _, text in texts)
    postbussen = list_postbussen(dossier.programma)
    vrijgegeven = dossier.programma.gegevens.vrijgegeven
    for plek, text in texts:
        for found in find_persoonsgegevens(text, lambda word: word.lower() in gewoon):
            if found.tekst.casefold() in postbussen or is_vrijgegeven(found, vrijgegeven):
                continue
            yield waarschuwing(
                Code.PERSOON_GENOEMD,
                plek,
                f"'{found.tekst}' lijkt een {found.soort}, en deze tekst is openbaar; "
                "de openbare versie wordt zo niet gebouwd",
                f"{_OPLOSSING[found.soort]}; mag iedereen dit zien, zet het dan bij vrijgegeven in "
                "data/programma.yaml",
            )


def _iter_openbaar(dossier: Dossier) -> Iterator[tuple[Plek, str]]:
    """Every text that everyone sees, with where it was written."""
    programma = dossier.programma
    records = [*iter_records(programma), *(("proza", page.pad, page) for page in programma.proza)]
    for soort, identifier, record in records:
        for path, text, is_shown in iter_teksten(record):
            if is_shown:
                yield dossier.plekken.waar(soort, identifier, *path), text
    for page in programma.proza:
        if page.zichtbaarheid is Zichtbaarheid.PUBLIEK:
            for deel in page.delen:
                if isinstance(deel, str):
                    yield Plek(f"content/{page.pad}.md"), deel
