"""Rules about opportunities and the breadth of the package: each has its theme and action."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout, tip


def find_kans_zonder_thema(dossier: Dossier) -> Iterator[Finding]:
    """An opportunity that belongs to no theme: nobody would find it again."""
    for kans in dossier.programma.kansen:
        if kans.thema is None:
            yield fout(
                Code.KANS_ZONDER_THEMA,
                dossier.plekken.waar("kans", kans.id),
                "deze kans heeft geen thema",
                "voeg toe: thema: ... (een id uit themas.yaml)",
            )


def find_kans_zonder_actie(dossier: Dossier) -> Iterator[Finding]:
    """An opportunity that was chosen while no action takes it up.

    Source: the seed's order: from kansenkaart to concrete actions (DOMAIN, rows K17 and S38).
    """
    for kans in dossier.programma.kansen:
        if kans.is_gekozen and not kans.acties:
            yield tip(
                Code.KANS_ZONDER_ACTIE,
                dossier.plekken.waar("kans", kans.id, "is_gekozen"),
                "deze kans is gekozen, maar er staat nog geen actie bij",
                "voeg toe: acties: [...] (nummers van acties), of laat dit zo tot de actie er is",
            )


def find_type_zonder_actie(dossier: Dossier) -> Iterator[Finding]:
    """Types of intervention that no action uses, while a broad package has them all.

    Source: DOMAIN, row K20.
    """
    programma = dossier.programma
    used = {actie.interventietype for actie in programma.acties}
    used |= {item for actie in programma.acties for item in actie.overige_interventietypen}
    # An action that could not be read may be the one that has it.
    if not programma.acties or len(dossier.plekken.ids("actie")) > len(programma.acties):
        return
    for lijst in programma.woordenlijsten:
        termen = enumerate(lijst.termen if lijst.id == "interventietype" else ())
        unused = {index: term.naam for index, term in termen if term.id not in used}
        if unused:
            yield tip(
                Code.TYPE_ZONDER_ACTIE,
                dossier.plekken.waar("woordenlijst", lijst.id, "termen", min(unused), "id"),
                f"nog geen actie heeft het interventietype {', '.join(unused.values())}",
                "geef een actie dit interventietype, of laat dit zo als het niet nodig is",
            )
