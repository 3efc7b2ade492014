"""Rules about integration, barriers, stories and successes: clear cells, words and consent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout, tip, waarschuwing
from generator.model.basis import Zichtbaarheid
from generator.model.draagvlak import Succes, Verhaal
from generator.model.regels.voortgang import list_stopped


def find_cel_onduidelijk(dossier: Dossier) -> Iterator[Finding]:
    """A row of the integration scan about a process and an instrument, neither, or one twice.

    Source: DOMAIN 1.2, Integratiecel (one of both; two matrices).
    """
    scan = dossier.programma.integratie
    first: dict[tuple[str, str | None, str | None], int] = {}
    for index, cel in enumerate(scan.cellen if scan else ()):
        waar = dossier.plekken.waar("integratie", "integratie", "cellen", index, "beleidsdomein")
        if (cel.proces is None) is (cel.instrument is None):
            which = (
                "geen proces en geen instrument"
                if cel.proces is None
                else "een proces en een instrument"
            )
            yield fout(
                Code.CEL_ONDUIDELIJK,
                waar,
                f"deze regel noemt {which}",
                "vul een van de twee in; gaat de score over allebei, schrijf dan twee regels",
            )
            continue
        earlier = first.setdefault((cel.beleidsdomein, cel.proces, cel.instrument), index)
        if earlier != index:
            there = dossier.plekken.waar("integratie", "integratie", "cellen", earlier, "score")
            yield fout(
                Code.CEL_ONDUIDELIJK,
                waar,
                f"{cel.proces or cel.instrument} bij {cel.beleidsdomein} staat er al "
                f"(regel {there.regel})",
                "haal een van de twee regels weg",
            )


def find_belemmering_zonder_actie(dossier: Dossier) -> Iterator[Finding]:
    """A barrier that is not solved and that no action addresses; a stopped action does not."""
    stopped = list_stopped(dossier.programma)
    for belemmering in dossier.programma.belemmeringen:
        if belemmering.opgelost_op is None and stopped.issuperset(belemmering.acties):
            yield tip(
                Code.BELEMMERING_ZONDER_ACTIE,
                dossier.plekken.waar("belemmering", belemmering.id, "acties"),
                "nog geen actie pakt deze belemmering aan",
                "noem bij acties wat helpt, of vul opgelost_op in als het is opgelost",
            )


def find_belemmering_zonder_tekst(dossier: Dossier) -> Iterator[Finding]:
    """A barrier without any words: pages can only show its number."""
    for belemmering in dossier.programma.belemmeringen:
        if not (belemmering.tekst or belemmering.tekst_publiek):
            yield waarschuwing(
                Code.VELD_ONTBREEKT,
                dossier.plekken.waar("belemmering", belemmering.id),
                "deze belemmering heeft geen tekst; de site toont alleen het nummer",
                "voeg toe: tekst: ... (wat medewerkers zeggen), of tekst_publiek: ... "
                "(neutrale woorden)",
            )


def find_tekst_publiek_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A public barrier without neutral words: there is nothing that everyone may read.

    Source: READERS 4, rule 3.
    """
    for belemmering in dossier.programma.belemmeringen:
        if belemmering.zichtbaarheid is Zichtbaarheid.PUBLIEK and not belemmering.tekst_publiek:
            yield fout(
                Code.TEKST_PUBLIEK_ONTBREEKT,
                dossier.plekken.waar("belemmering", belemmering.id, "zichtbaarheid"),
                "dit is openbaar, maar er is geen tekst voor iedereen",
                "voeg toe: tekst_publiek: ... (neutrale woorden), of haal zichtbaarheid weg",
            )


def find_toestemming_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A public success or story that nobody agreed to: it is shown nowhere."""
    challenge = dossier.programma.challenge
    verhalen = challenge.verhalen if challenge else ()
    for succes in dossier.programma.successen:
        yield from _find_unasked(dossier, succes, "succes", succes.id, ())
    for index, verhaal in enumerate(verhalen):
        yield from _find_unasked(dossier, verhaal, "challenge", "challenge", ("verhalen", index))


def _find_unasked(
    dossier: Dossier,
    record: Succes | Verhaal,
    soort: str,
    identifier: str,
    path: Sequence[str | int],
) -> Iterator[Finding]:
    if record.zichtbaarheid is Zichtbaarheid.PUBLIEK and not record.toestemming:
        yield waarschuwing(
            Code.TOESTEMMING_ONTBREEKT,
            dossier.plekken.waar(soort, identifier, *path, "zichtbaarheid"),
            "dit is openbaar, maar er is geen toestemming; het komt op geen van beide versies",
            "vraag toestemming en schrijf daarna toestemming: true",
        )
