"""What must stand on the pages about progress: owners, pace, what is needed, decisions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tests.site.onderbouwing.bron import Bron, dutch, number, type_rij
from tests.site.onderbouwing.pagina import Link, cel, onder, samen, type_verwacht
from tests.site.onderbouwing.register import answers, is_true, link_acties

HALF_JAAR_GELEDEN = "2026-04-01"
"""Half a year before the day of the stand: a stand that was confirmed since is still true."""


def _list_doorgaand(bron: Bron) -> list[type_rij]:
    """The actions that run or still begin."""
    going = {
        key
        for key, item in bron.termen("actiestatus").items()
        if item["klasse"] in {"open", "actief"}
    }
    return [item for item in bron.folder("acties").values() if item["actiestatus"] in going]


@answers("S1")
def read_eigenaren(bron: Bron) -> list[type_verwacht]:
    """How many actions have an owner and a stand of the last half year; those that run all do."""
    acties = _list_doorgaand(bron)
    running = {
        key for key, item in bron.termen("actiestatus").items() if item["klasse"] == "actief"
    }
    assert all(item.get("eigenaar_team") for item in acties if item["actiestatus"] in running)
    fresh = [
        item
        for item in acties
        if item.get("eigenaar_team") and _find_stand(item) >= HALF_JAAR_GELEDEN
    ]
    share = Decimal(len(fresh)) * 100 / len(acties)
    return [
        samen(f"{dutch(share)}%", "in 2026"),
        samen(f"{len(fresh)} van de {len(acties)}", "acties die doorlopen"),
        samen("Het programma telt dit zelf", "acties die doorlopen"),
    ]


def _find_stand(actie: type_rij) -> str:
    """When the team last said something: by a confirmation, or by a milestone that it reached."""
    reached = [item.get("behaald", "") for item in actie.get("mijlpalen", [])]
    return str(max([actie.get("gecontroleerd_op", ""), *reached]))


def list_tempo(bron: Bron, identifier: str) -> list[type_verwacht]:
    """The pace that was needed and is needed from now on, where the indicator moves to a goal.

    Only of indicators in whole numbers that are measured; other tests cover the others.
    """
    source = bron.folder("indicatoren")[identifier]
    goals = source.get("streefwaarden", [])
    if not goals or "nulmeting" not in source or "telling" in source:
        return []
    values = {
        row["jaar"]: row["waarde"] for row in bron.csv(f"metingen/{identifier}") if row["waarde"]
    }
    last = max(values, default="")
    goal = max(goals, key=lambda item: item["jaar"])
    is_past = goal["jaar"] <= max(last, "2026")
    sign = -1 if source["richting"] == "omlaag" else 1
    done = last and (number(values[last]) - number(goal["waarde"])) * sign >= 0
    begin, decimals = source["nulmeting"]["jaar"], int(source.get("decimalen", "0"))
    if is_past or done or last <= begin or source["richting"] == "vasthouden" or decimals:
        return []
    per_year = Fraction(number(goal["waarde"]) - number(values[last])) / (
        int(goal["jaar"]) - int(last)
    )
    label = f"Nodig vanaf {last}, voor het doel in {goal['jaar']}"
    return [samen(label, _show(per_year))]


def _show(value: Fraction) -> str:
    """A computed pace: one digit more than was measured, with its sign."""
    shown = dutch(abs(Decimal(value.numerator) / value.denominator), 1)
    return f"\N{MINUS SIGN}{shown}" if value < 0 else f"+{shown}"


@answers("S6")
def read_tussendoelen(bron: Bron) -> list[type_verwacht]:
    """The goals on the way to a far one, and the pace that each asks from now on."""
    source = bron.folder("indicatoren")[bron.doel("S6")]
    assert len(source["streefwaarden"]) > 2
    goals = [
        samen(item["jaar"], f"{item['waarde']} {source['eenheid']}")
        for item in source["streefwaarden"]
    ]
    return [*goals, *list_tempo(bron, bron.doel("S6"))]


@answers("S24")
def read_minimaal(bron: Bron) -> list[type_verwacht]:
    """The opportunities of the minimal package, their actions, and what these add to a goal."""
    kansen = bron.lijst("kansen", is_true("is_minimaal_pakket"))
    package = {name for item in kansen for name in item.get("acties", [])}
    indicator = bron.folder("indicatoren")["mki_totaal"]
    goal = max(item["jaar"] for item in indicator["streefwaarden"])
    groups: dict[str, Decimal] = {}
    for name in sorted(package):
        for item in bron.folder("acties")[name].get("verwachte_effecten", []):
            if item["indicator"] == "mki_totaal" and item["jaar"] <= goal:
                key, value = item["effectgroep"], -number(item["waarde"])
                groups[key] = max(groups.get(key, Decimal(0)), value)
    added = sum(groups.values(), Decimal(0))
    return [
        *(onder("minimaal nodig", item["id"], item["titel"]) for item in kansen),
        *(samen(item["id"], *link_acties(item)) for item in kansen),
        cel(
            indicator["naam"],
            "Minimaal pakket",
            f"\N{MINUS SIGN}{dutch(added, 1)} {indicator['eenheid']}",
        ),
    ]


@answers("S37")
def read_besluiten(bron: Bron) -> list[type_verwacht]:
    """Every decision with its cause, what changes, its day, and what it is about."""
    return [
        onder(
            item["titel"],
            item["aanleiding"],
            item["besluit"],
            item["maatregel"],
            f"{int(item['datum'][-2:])} ",
            item["datum"][:4],
            item["terugkijken"][:4],
            *(Link(f"indicatoren/{name}") for name in item.get("indicatoren", [])),
            *link_acties(item),
        )
        for item in bron.lijst("bijsturingen")
    ]
