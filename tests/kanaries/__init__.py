"""Programmes with a canary in everything that is not for everyone, and a twin without any of it.

A canary is a text or a number that stands nowhere else. What is hidden is decided here by a rule
of its own, not by that of the program: intern, under embargo, without the decision or the consent
that opens it, or a field that the model does not mark public.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from typing import Final

from hypothesis import strategies as st

from generator.model.programma import Programma
from tests.kanaries.kooi import Kooi, plant
from tests.kanaries.verbergen import PEILDATUM, Kansen, hide, open_up, shrink, strip


@dataclass(frozen=True)
class Geval:
    """A programme with canaries, its twin without, and what was planted."""

    programma: Programma
    tweeling: Programma
    kooi: Kooi


def make_geval(basis: Programma, zaad: int, kansen: Kansen) -> Geval:
    """A programme from `basis`: some of it gone, some of it hidden, all of that canaries."""
    toeval = random.Random(zaad)  # noqa: S311 - not for secrets
    programma = shrink(open_up(basis), toeval, kansen)
    programma = _decide(programma, toeval)
    programma, kooi = plant(hide(programma, toeval, kansen), toeval)
    return Geval(programma, strip(programma), kooi)


def _decide(programma: Programma, toeval: random.Random) -> Programma:
    """The programme with any decision about it, and any reports about how it stands."""
    status = toeval.choice(programma.termen("besluitstatus")).id
    day = toeval.choice([None, date(2025, 3, 18)])
    number = toeval.choice([None, "PD-2025-3"])
    decision = {"besluitstatus": status, "besluitdatum": day, "besluitnummer": number}
    gegevens = programma.gegevens.model_copy(update=decision)
    reports = {report.id: report for report in programma.vastgesteld[:1]}
    for report in programma.vastgesteld[:1]:
        for other in ("2026-03-01", PEILDATUM.isoformat(), "2026-12-01"):
            if other not in reports and toeval.randrange(2):
                changes = {"id": other, "rapportage": f"de rapportage van {other}"}
                reports[other] = report.model_copy(update=changes)
    stands = tuple(reports.values())
    return programma.model_copy(update={"gegevens": gegevens, "vastgesteld": stands})


_DEEL: Final = st.sampled_from([0, 15, 40, 80])
recepten: Final = st.tuples(
    st.integers(0, 2**32),
    st.builds(
        Kansen,
        weg=st.sampled_from([0, 10, 30, 60]),
        intern=_DEEL,
        embargo=_DEEL,
        onbeslist=_DEEL,
        geen_akkoord=st.sampled_from([0, 20, 50]),
    ),
)
"""What `make_geval` needs besides a programme; small, so that a failure can be read."""
