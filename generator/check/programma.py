"""Rules about the facts of the programme itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout


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
