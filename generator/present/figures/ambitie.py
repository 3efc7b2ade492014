"""The figure of ambition: the level of each theme, now and wanted, as a matrix."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.ambitie import Ambitiefeiten, Niveau
from generator.present.figures.basis import Figuur, count_now, type_maker
from generator.present.formats import format_opsomming
from generator.present.tables import Kolom, Tabel

NU, GEWENST, BEIDE, ONDERWEG = "nu", "gewenst", "nu en gewenst", "ertussen"
TRAPPEN: Final = {NU: 1, ONDERWEG: 0, GEWENST: 3, BEIDE: 3}
"""How deep the colour of each kind of cell is; the word always stands in it."""


def make_ambitie(feiten: Feiten) -> Figuur:
    """The level of each theme: where it works now and where the college wants it."""
    ambitie = feiten.ambitie
    niveaus = ambitie.niveaus if ambitie else ()
    schaal = ambitie.schaal if ambitie else ()
    cells = [[_fill(niveau, place + 1) for place in range(len(schaal))] for niveau in niveaus]
    rijen = tuple((niveau.thema.naam, *row) for niveau, row in zip(niveaus, cells, strict=True))
    trappen = tuple((None, *(TRAPPEN.get(cell or "") for cell in row)) for row in cells)
    return Figuur(
        naam="ambitie-themas",
        titel="Ambitieniveau per thema",
        zin=tell_ambitie(ambitie) if ambitie else "",
        grafiek=None,
        tabel=Tabel(
            "ambitie-themas",
            "Ambitieniveau per thema, nu en gewenst",
            (Kolom("Thema"), *(Kolom(term.naam) for term in schaal)),
            rijen,
            trappen,
        ),
        afkomst=count_now(feiten),
    )


def _fill(niveau: Niveau, place: int) -> str | None:
    """What the cell of one level says: the level now, the level wanted, or on the way."""
    now, wanted = niveau.plaats_nu, niveau.plaats_gewenst
    if place == now:
        return BEIDE if now == wanted else NU
    if place == wanted:
        return GEWENST
    return ONDERWEG if min(now, wanted) < place < max(now, wanted) else None


def tell_ambitie(ambitie: Ambitiefeiten) -> str:
    """How many themes must go up, which one furthest, and which have no level yet."""
    niveaus = ambitie.niveaus
    if not niveaus:
        return "Er is nog geen ambitieniveau per thema vastgesteld."
    up = [item for item in niveaus if item.stappen > 0]
    zinnen = [_tell_up(niveaus, up)]
    if up:
        most = max(item.stappen for item in up)
        furthest = [item for item in up if item.stappen == most]
        if len(furthest) < len(up):
            steps = "1 stap" if most == 1 else f"{most} stappen"
            names = format_opsomming([item.thema.naam for item in furthest])
            thema = "thema" if len(furthest) == 1 else "de thema's"
            zinnen.append(f"De grootste sprong ({steps}) is bij {thema} {names}.")
    if ambitie.zonder_niveau:
        names = format_opsomming([thema.naam for thema in ambitie.zonder_niveau])
        zinnen.append(f"Nog niet bepaald of vastgesteld: {names}.")
    return " ".join(zinnen)


def _tell_up(niveaus: tuple[Niveau, ...], up: list[Niveau]) -> str:
    total = len(niveaus)
    if total == 1:
        wish = "hoger dan nu" if up else "niet hoger dan nu"
        return f"Van 1 thema is het niveau bepaald; het gewenste niveau is {wish}."
    if not up:
        return f"Bij geen van de {total} thema's is het gewenste niveau hoger dan nu."
    if len(up) == total:
        return f"Bij alle {total} thema's is het gewenste niveau hoger dan nu."
    return f"Bij {len(up)} van de {total} thema's is het gewenste niveau hoger dan nu."


MAKERS: Final[Mapping[str, type_maker]] = {"ambitie-themas": make_ambitie}
"""The figures of this subject, by name."""
