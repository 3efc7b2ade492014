"""Rules about the facts of the programme itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout, waarschuwing


def find_periode_omgekeerd(dossier: Dossier) -> Iterator[Finding]:
    """A programme that ends before it begins."""
    gegevens = dossier.programma.gegevens
    if gegevens.naam is None:  # a stand-in: programma.yaml holds a mistake of its own
        return
    if gegevens.periode_tot < gegevens.periode_van:
        yield fout(
            Code.EIND_VOOR_START,
            dossier.plekken.waar("gegevens", "programma", "periode_tot"),
            f"periode_tot ({gegevens.periode_tot}) ligt voor periode_van ({gegevens.periode_van})",
            f"schrijf {gegevens.periode_van} of een later jaar",
        )


def find_verklaring_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A public site of a government leads to its statement in the official register."""
    gegevens = dossier.programma.gegevens
    is_asked = dossier.is_gedateerd and not dossier.programma.is_concept
    if is_asked and not gegevens.toegankelijkheidsverklaring:
        yield waarschuwing(
            Code.VERKLARING_ONTBREEKT,
            dossier.plekken.waar("gegevens", "programma"),
            "het adres van de toegankelijkheidsverklaring ontbreekt; de openbare versie kan niet "
            "zonder",
            "schrijf toegankelijkheidsverklaring: https://..., het adres van de verklaring in het "
            "register; alleen de intranetversie bouwen kan al: circulair bouw --editie intern",
        )
