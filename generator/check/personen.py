"""Rules about people: no public text names somebody, gives an address or a telephone number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, Plek, waarschuwing
from generator.model.basis import Zichtbaarheid
from generator.model.persoonsgegevens import (
    Gegeven,
    Persoonsgegeven,
    find_persoonsgegevens,
    is_vrijgegeven,
    list_gewone_woorden,
    list_postbussen,
)
from generator.model.programma import iter_records
from generator.model.proza import Proza
from generator.model.teksten import iter_teksten

type_locate = Callable[[int], Plek]

_OPLOSSING: Final = {
    Gegeven.MAIL: "noem een postbus (contact, of de postbus van een team)",
    Gegeven.TELEFOON: "noem een postbus in plaats van een nummer",
    Gegeven.NAAM: "noem de functie of het team in plaats van de naam",
}


def find_persoon_genoemd(dossier: Dossier) -> Iterator[Finding]:
    """A public text with what looks like personal data; the build of the public edition stops."""
    for plek, found in iter_gegevens(dossier, is_openbaar=True):
        if is_vrijgegeven(found, dossier.programma.gegevens.vrijgegeven):
            continue
        yield waarschuwing(
            Code.PERSOON_GENOEMD,
            plek,
            f"'{found.tekst}' lijkt een {found.soort}, en deze tekst is openbaar; "
            "de openbare versie wordt zo niet gebouwd",
            f"{_OPLOSSING[found.soort]}; klopt dit niet, of mag iedereen het zien, zet het dan "
            "bij vrijgegeven in data/programma.yaml",
        )


def iter_gegevens(dossier: Dossier, *, is_openbaar: bool) -> Iterator[tuple[Plek, Persoonsgegeven]]:
    """Everything that looks like personal data, with its place; mailboxes in their fields do not.

    With `is_openbaar` only what stands in texts that everyone sees.
    """
    texts = list(_iter_locaties(dossier, is_openbaar=is_openbaar))
    gewoon = list_gewone_woorden(text for _, text in texts)
    postbussen = list_postbussen(dossier.programma)
    for locate, text in texts:
        for found in find_persoonsgegevens(text, lambda word: word.lower() in gewoon):
            if found.tekst.casefold() not in postbussen:
                yield locate(found.begin), found


def _iter_locaties(dossier: Dossier, *, is_openbaar: bool) -> Iterator[tuple[type_locate, str]]:
    """The texts that are looked at, with what tells where a letter of each was written."""
    programma = dossier.programma
    records = [*iter_records(programma), *(("proza", page.pad, page) for page in programma.proza)]
    for soort, identifier, record in records:
        for path, text, is_shown in iter_teksten(record):
            if is_shown or not is_openbaar:
                plek = dossier.plekken.waar(soort, identifier, *path)
                yield partial(_take, plek), text
    for page in programma.proza:
        if page.zichtbaarheid is Zichtbaarheid.PUBLIEK or not is_openbaar:
            yield from _iter_proza(page)


def _iter_proza(page: Proza) -> Iterator[tuple[type_locate, str]]:
    """The texts of a page between its calls and pictures."""
    regel = page.begint_op
    for deel in page.delen:
        if isinstance(deel, str):
            yield partial(_locate, f"content/{page.pad}.md", regel, deel), deel
            regel += deel.count("\n")
        else:
            regel = deel.regel


def _take(plek: Plek, _: int) -> Plek:
    """Where a value begins, whichever letter is asked for: YAML folds and unquotes it."""
    return plek


def _locate(bestand: str, regel: int, deel: str, begin: int) -> Plek:
    """The place of a letter in a text that begins on `regel`; behind a call its line only."""
    before = deel[:begin]
    kolom = begin - before.rfind("\n") if "\n" in before else 1
    return Plek(bestand, regel + before.count("\n"), kolom)
