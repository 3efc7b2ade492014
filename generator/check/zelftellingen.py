"""Rules about what the programme counts about itself: what can be counted, and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout
from generator.model.basis import Zelftelling, Zichtbaarheid
from generator.model.regels.zelftellingen import ALLEEN_INTERN, EENHEID, LADDER


def find_telling_onjuist(dossier: Dossier) -> Iterator[Finding]:
    """A count of the programme itself in another unit, or public where nobody may count.

    Source: READERS 4, rule 3, for the second.
    """
    for indicator in dossier.programma.indicatoren:
        if indicator.telling is None:
            continue
        if indicator.eenheid != EENHEID:
            yield fout(
                Code.TELLING_ONJUIST,
                dossier.plekken.waar("indicator", indicator.id, "eenheid"),
                f"het programma telt dit zelf als deel van een geheel, niet in {indicator.eenheid}",
                f'schrijf eenheid: "{EENHEID}", of haal telling weg en zet de metingen in '
                f"data/metingen/{indicator.id}.csv",
            )
        if indicator.telling in ALLEEN_INTERN and indicator.zichtbaarheid is Zichtbaarheid.PUBLIEK:
            yield fout(
                Code.TELLING_ONJUIST,
                dossier.plekken.waar("indicator", indicator.id, "zichtbaarheid"),
                "hoeveel belemmeringen er zijn, staat alleen op de intranetversie",
                "schrijf zichtbaarheid: intern",
            )


def find_ladder_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A count of actions high on the ladder, while no step says whether it is high."""
    if LADDER not in dossier.termen and LADDER in dossier.plekken.ids("woordenlijst"):
        return
    gewichten = [term.gewicht for term in dossier.termen.get(LADDER, {}).values()]
    if any(gewicht is not None for gewicht in gewichten):
        return
    for indicator in dossier.programma.indicatoren:
        if indicator.telling is Zelftelling.ACTIES_HOOG_OP_DE_LADDER:
            yield fout(
                Code.TELLING_ONJUIST,
                dossier.plekken.waar("indicator", indicator.id, "telling"),
                "in de woordenlijst staat niet welke R-strategieën hoog op de ladder staan",
                f"geef elke term in data/woordenlijst/{LADDER}.yaml een gewicht: 1 is hoog, 0 niet",
            )
