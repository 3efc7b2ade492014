"""Rules about material flows and spending: rows once, closed balances, one factor each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from generator.check.dossier import Dossier
from generator.findings import Code, Ernst, Finding, Plek, fout, waarschuwing
from generator.model.basis import Kwaliteit
from generator.model.herkomst import inherit
from generator.model.nulmeting import Grondstofanalyse, Materiaalstroom
from generator.model.regels.balans import (
    Balans,
    Sluiting,
    balance_stromen,
    find_factor,
    judge_balance,
)
from generator.model.regels.getallen import show_getal

DEEL = "grondstofstromen"
BESTAND = "data/grondstofstromen.csv"
MEESTE = 3
"""How many rows a finding about a total names."""
FACTOREN = {
    "mki_eur_per_ton": "milieukosten",
    "co2_kg_per_ton": "broeikasgas",
}


def find_rij_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """Two rows about the same material or the same segment: both count, which may be a mistake."""
    programma = dossier.programma
    for part, field, key in (
        ("grondstofstromen", "stromen", ("jaar", "schaal", "thema", "materiaal")),
        ("inkoop", "posten", ("jaar", "segment")),
    ):
        first: dict[tuple[object, ...], int] = {}
        rows = getattr(getattr(programma, part), field, ())
        for index, row in enumerate(rows):
            what = tuple(getattr(row, name) for name in key)
            earlier = first.setdefault(what, index)
            if earlier != index:
                there = dossier.plekken.waar(part, part, field, earlier)
                yield waarschuwing(
                    Code.METING_DUBBEL,
                    dossier.plekken.waar(part, part, field, index, "jaar"),
                    f"{', '.join(map(str, what))} staat er al (regel {there.regel}); beide regels "
                    "tellen mee",
                    "haal een regel weg als het dezelfde gegevens zijn, of tel ze bij elkaar op",
                )


def find_balans_ongelijk(dossier: Dossier) -> Iterator[Finding]:
    """Tonnes that came in and are nowhere: per row, and per year and schaal for all rows.

    Source: DOMAIN 4, rule 8.
    """
    analyse = dossier.programma.grondstofstromen
    if analyse is None:
        return
    totals: dict[tuple[int, str], list[int]] = {}
    for index, stroom in enumerate(analyse.stromen):
        totals.setdefault((stroom.jaar, stroom.schaal), []).append(index)
        balans = balance_stromen([stroom])
        sluiting = judge_balance(balans, [_read_kwaliteit(dossier, analyse, stroom)])
        if sluiting is not Sluiting.KLOPT:
            stays = show_getal(stroom.voorraadtoename_ton + balans.rest)
            yield _report(
                sluiting,
                _locate(dossier, index),
                f"de balans van {stroom.thema}, {stroom.materiaal} klopt niet: {_tell(balans)}",
                "controleer de getallen op deze regel; bleef alles wat over is in gebruik, "
                f"schrijf dan voorraadtoename_ton {stays}",
            )
    for (jaar, schaal), indexes in totals.items():
        if len(indexes) > 1:
            yield from _judge_total(dossier, analyse, f"{schaal} in {jaar}", indexes)


def _judge_total(
    dossier: Dossier, analyse: Grondstofanalyse, name: str, indexes: Sequence[int]
) -> Iterator[Finding]:
    rows = {index: analyse.stromen[index] for index in indexes}
    balans = balance_stromen(rows.values())
    kwaliteiten = [_read_kwaliteit(dossier, analyse, row) for row in rows.values()]
    sluiting = judge_balance(balans, kwaliteiten)
    if sluiting is not Sluiting.KLOPT:
        yield _report(
            sluiting,
            Plek(BESTAND),
            f"de balans van {name} als geheel klopt niet: {_tell(balans)}",
            f"controleer eerst {_name_largest(dossier, rows)}",
        )


def _name_largest(dossier: Dossier, rows: Mapping[int, Materiaalstroom]) -> str:
    """The rows with the largest rest, with their lines."""
    rests = {index: abs(balance_stromen([row]).rest) for index, row in rows.items()}
    largest = sorted((index for index in rests if rests[index]), key=lambda index: -rests[index])
    return ", ".join(
        f"regel {_locate(dossier, index).regel} "
        f"({rows[index].thema}, {rows[index].materiaal}: {show_getal(rests[index])} ton)"
        for index in largest[:MEESTE]
    )


def _read_kwaliteit(
    dossier: Dossier, analyse: Grondstofanalyse, stroom: Materiaalstroom
) -> Kwaliteit | None:
    return inherit(stroom, analyse, dossier.programma.gegevens).kwaliteit


def _locate(dossier: Dossier, index: int) -> Plek:
    return dossier.plekken.waar(DEEL, DEEL, "stromen", index)


def _report(sluiting: Sluiting, plek: Plek, melding: str, oplossing: str) -> Finding:
    ernst = Ernst.FOUT if sluiting is Sluiting.GROOT_VERSCHIL else Ernst.WAARSCHUWING
    return Finding(Code.BALANS_ONGELIJK, ernst, plek, melding, oplossing)


def _tell(balans: Balans) -> str:
    part = (balans.deel * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return (
        f"{show_getal(balans.erin)} ton erin, {show_getal(balans.eruit)} ton eruit en "
        f"{show_getal(balans.gebleven)} ton in gebruik; {show_getal(balans.rest)} ton "
        f"({show_getal(part)}%) is niet verklaard"
    )


def find_kengetal_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A material whose environmental cost or greenhouse gas nobody states, so it counts as none."""
    analyse = dossier.programma.grondstofstromen
    if analyse is None:
        return
    missing: dict[str, dict[str, int]] = {}
    for index, stroom in enumerate(analyse.stromen):
        for field, wat in FACTOREN.items():
            if find_factor(stroom, analyse.kengetallen, field) is None:
                missing.setdefault(stroom.materiaal, {}).setdefault(wat, index)
    for materiaal, found in missing.items():
        yield waarschuwing(
            Code.KENGETAL_ONTBREEKT,
            _locate(dossier, min(found.values())),
            f"van '{materiaal}' is geen {' en geen '.join(found)} per ton bekend: "
            "dit materiaal telt daar niet in mee",
            f"voeg {materiaal} toe bij kengetallen in data/{DEEL}.yaml, "
            "of vul het getal in op de regel",
        )


def find_kengetal_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """A material with two factors for the same year: nobody knows which one counts."""
    analyse = dossier.programma.grondstofstromen
    seen: dict[tuple[str, int | None], int] = {}
    for index, kengetal in enumerate(analyse.kengetallen if analyse else ()):
        first = seen.setdefault((kengetal.materiaal, kengetal.jaar), index)
        if first != index:
            there = dossier.plekken.waar(DEEL, DEEL, "kengetallen", first)
            year = f" voor {kengetal.jaar}" if kengetal.jaar else ""
            yield fout(
                Code.KENGETAL_DUBBEL,
                dossier.plekken.waar(DEEL, DEEL, "kengetallen", index, "materiaal"),
                f"'{kengetal.materiaal}' heeft al een kengetal{year} (eerder op {there})",
                "haal een van de twee weg, of geef elk een eigen jaar",
            )
