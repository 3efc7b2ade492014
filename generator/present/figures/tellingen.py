"""Figures of counts of actions."""

from __future__ import annotations

from generator.derive.feiten import Feiten
from generator.model.basis import Editie
from generator.model.figuren import TELLINGEN
from generator.present.charts.bars import Staaf, chart_bars
from generator.present.figures.basis import Figuur, count_now
from generator.present.tables import Kolom, Tabel
from generator.present.zinnen import tell_telling


def make_telling(feiten: Feiten, naam: str) -> Figuur:
    """A count of the actions that the edition holds."""
    telling = feiten.tellingen[naam]
    soort = "openbare" if feiten.editie is Editie.PUBLIEK else ""
    _, titel, kop, wat = TELLINGEN[naam]
    staven = [
        Staaf(regel.naam, regel.aantal, str(regel.aantal), regel.kleur) for regel in telling.regels
    ]
    return Figuur(
        naam=naam,
        titel=titel,
        zin=tell_telling(telling, wat, soort),
        grafiek=chart_bars(staven),
        tabel=Tabel(
            naam,
            titel,
            (Kolom(kop), Kolom("Aantal acties", is_getal=True)),
            tuple((regel.naam, regel.aantal) for regel in telling.regels),
        ),
        afkomst=count_now(feiten),
    )
