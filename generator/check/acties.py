"""Rules about actions: dates in order, an owner, and a reason where one is due."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Ernst, Finding, fout, waarschuwing
from generator.model.acties import Actie
from generator.model.basis import Klasse


def _klasse(dossier: Dossier, actie: Actie) -> Klasse | None:
    term = dossier.termen.get("actiestatus", {}).get(actie.actiestatus)
    return term.klasse if term else None


def find_eind_voor_start(dossier: Dossier) -> Iterator[Finding]:
    """An action that ends before it begins."""
    for actie in dossier.programma.acties:
        if actie.start and actie.eind and actie.eind.eind < actie.start.begin:
            yield fout(
                Code.EIND_VOOR_START,
                dossier.plekken.waar("actie", actie.id, "eind"),
                f"eind ({actie.eind}) ligt voor start ({actie.start})",
                f"schrijf een eind na {actie.start}, of een eerdere start",
            )


def find_eigenaar_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """An action without a team that owns it: an error once it runs, a warning before.

    Source: the seed's result is a programme with eigenaarschap (DOMAIN, row S1).
    """
    for actie in dossier.programma.acties:
        klasse = _klasse(dossier, actie)
        if actie.eigenaar_team is None and klasse in {Klasse.ACTIEF, Klasse.OPEN}:
            yield Finding(
                Code.EIGENAAR_ONTBREEKT,
                Ernst.FOUT if klasse is Klasse.ACTIEF else Ernst.WAARSCHUWING,
                dossier.plekken.waar("actie", actie.id),
                "deze actie heeft geen team dat eigenaar is",
                "voeg toe: eigenaar_team: ... (een id uit teams.yaml)",
            )


def find_reden_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A stopped action that does not say why."""
    for actie in dossier.programma.acties:
        if _klasse(dossier, actie) is Klasse.VERVALLEN and actie.reden is None:
            yield fout(
                Code.REDEN_ONTBREEKT,
                dossier.plekken.waar("actie", actie.id, "actiestatus"),
                "deze actie is gestopt, maar er staat niet waarom",
                "voeg toe: reden: ... (een zin)",
            )


def find_mijlpaal_buiten_looptijd(dossier: Dossier) -> Iterator[Finding]:
    """A milestone planned before the action begins or after it ends."""
    for actie in dossier.programma.acties:
        for index, mijlpaal in enumerate(actie.mijlpalen):
            too_early = actie.start is not None and mijlpaal.gepland.eind < actie.start.begin
            too_late = actie.eind is not None and mijlpaal.gepland.begin > actie.eind.eind
            if too_early or too_late:
                yield waarschuwing(
                    Code.MIJLPAAL_BUITEN_LOOPTIJD,
                    dossier.plekken.waar("actie", actie.id, "mijlpalen", index, "gepland"),
                    f"deze mijlpaal ({mijlpaal.gepland}) valt buiten de looptijd van de actie "
                    f"({actie.start or '?'} tot {actie.eind or '?'})",
                    "pas de datum van de mijlpaal aan, of start of eind van de actie",
                )


def find_afhankelijk_van_zichzelf(dossier: Dossier) -> Iterator[Finding]:
    """An action that waits for itself."""
    for actie in dossier.programma.acties:
        if actie.id in actie.afhankelijkheden:
            index = actie.afhankelijkheden.index(actie.id)
            yield fout(
                Code.VERWIJZING_ONBEKEND,
                dossier.plekken.waar("actie", actie.id, "afhankelijkheden", index),
                "deze actie hangt van zichzelf af",
                "noem de actie die eerst moet lopen, of haal de regel weg",
            )
