"""What must stand on the pages of the baseline: scan, material flows, and the overview."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from tests.site.onderbouwing.bron import Bron, dutch, number, share, total
from tests.site.onderbouwing.pagina import Link, Volgorde, cel, onder, samen, type_verwacht, zin
from tests.site.onderbouwing.register import answers, is_true, link_acties

MATERIAAL_IN = ("in_primair_ton", "in_hernieuwbaar_ton", "in_gerecycled_ton", "in_hergebruikt_ton")


@answers("S12")
def read_hoofdstuk(bron: Bron) -> list[type_verwacht]:
    """The chapter opens with the scan and counts what it found; the rest is a click away."""
    scan, praktijken = bron.deel("circulariteitsscan"), bron.lijst("praktijken")
    return [
        samen(
            Link("nulmeting/circulariteitsscan"),
            f"{len(scan['bevindingen'])} bevindingen",
            f"{len(praktijken)} praktijken",
            f"{len(bron.lijst('initiatieven'))} initiatieven",
        ),
        samen(Link("nulmeting/grondstofstromen")),
        samen(Link("nulmeting/inkoop")),
        samen(Link("nulmeting/bewustzijn")),
    ]


@answers("K16")
def read_drie_delen(bron: Bron) -> list[type_verwacht]:
    """The three parts of the baseline, each with what came out of it."""
    stromen, inkoop = bron.csv("grondstofstromen"), bron.csv("inkoop")
    erin, co2 = total(stromen, *MATERIAAL_IN), {row["segment"]: _weigh_co2(row) for row in inkoop}
    top = max(co2, key=lambda segment: co2[segment])
    means = _average_answers(bron)
    best = max(bron.deel("bewustzijn")["stellingen"], key=lambda item: means[item["id"]])
    return [
        samen(
            Link("nulmeting/grondstofstromen"), share(erin - total(stromen, MATERIAAL_IN[0]), erin)
        ),
        samen(
            Link("nulmeting/inkoop"),
            bron.term("inkoopsegment", top),
            share(co2[top], sum(co2.values(), Decimal(0))),
        ),
        samen(Link("nulmeting/bewustzijn"), best["tekst"].rstrip("."), dutch(means[best["id"]], 1)),
    ]


def _weigh_co2(row: dict[str, str]) -> Decimal:
    return number(row["uitgaven_eur"]) * number(row["co2_kg_per_eur"])


def _average_answers(bron: Bron) -> dict[str, Decimal]:
    """The mean answer of everyone to each statement, from 1 to 5."""
    rows = [row for row in bron.csv("bewustzijn") if row["niveau"]]
    means = {}
    for stelling in {row["stelling"] for row in rows}:
        own = [row for row in rows if row["stelling"] == stelling]
        counts = [total(own, f"n{step}") for step in range(1, 6)]
        points = sum((step * count for step, count in enumerate(counts, 1)), Decimal(0))
        means[stelling] = points / sum(counts, Decimal(0))
    return means


@answers("S13")
def read_scan(bron: Bron) -> list[type_verwacht]:
    """The findings under their kind, and how the scan was done."""
    scan = bron.deel("circulariteitsscan")
    return [
        samen(scan["methode"]),
        samen("Wanneer", scan["periode"][:4]),
        *(
            onder(bron.term("bevindingsoort", item["soort"]), item["tekst"])
            for item in scan["bevindingen"]
        ),
    ]


@answers("S14")
def read_praktijken(bron: Bron) -> list[type_verwacht]:
    """What colleagues already do, with their team and rung of the ladder."""
    praktijken = bron.lijst("praktijken")
    assert any(map(is_true("is_intrinsiek"), praktijken))
    return [
        samen(
            item["titel"],
            item["omschrijving"],
            f"Team {bron.naam('teams', item['team'])}",
            *(bron.term("r_strategie", trede) for trede in item["r_strategie"]),
            *(["Uit eigen beweging"] if item.get("is_intrinsiek") == "true" else []),
        )
        for item in praktijken
    ]


@answers("S15")
def read_initiatieven(bron: Bron) -> list[type_verwacht]:
    """Initiatives from outside, with the role of the municipality."""
    initiatieven = bron.lijst("initiatieven")
    assert any(item["rol_overheid"] == "ondersteunend" for item in initiatieven)
    return [
        samen(
            item["naam"],
            bron.term("initiatiefsoort", item["soort"]),
            bron.term("rol_overheid", item["rol_overheid"]),
            *link_acties(item),
        )
        for item in initiatieven
    ]


def sum_mki(bron: Bron, veld: str) -> dict[str, Decimal]:
    """Environmental cost by theme or material: tonnes that came in, times euro per tonne."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in bron.csv("grondstofstromen"):
        sums[row[veld]] += total([row], *MATERIAAL_IN) * number(row["mki_eur_per_ton"])
    return dict(sorted(sums.items(), key=lambda item: item[1], reverse=True))


@answers("S16")
def read_rangorde(bron: Bron) -> list[type_verwacht]:
    """The themes in order of environmental cost, each with its share of it."""
    sums = sum_mki(bron, "thema")
    whole = sum(sums.values(), Decimal(0))
    cells: list[type_verwacht] = [Volgorde(tuple(bron.naam("themas", thema) for thema in sums))]
    for thema, mki in sums.items():
        naam = bron.naam("themas", thema)
        cells.append(cel(naam, "Milieukosten (euro)", dutch(mki)))
        cells.append(cel(naam, "Deel van de milieukosten (%)", dutch(mki / whole * 100, 1)))
    return cells


@answers("S17")
def read_stromen(bron: Bron) -> list[type_verwacht]:
    """The few materials that hold 80 percent of the cost, and how much is in sight.

    A material that saves cost (below zero) is told apart and is no part of the whole.
    """
    rows, sums = bron.csv("grondstofstromen"), sum_mki(bron, "materiaal")
    weight = total(rows, *MATERIAAL_IN)
    sums = {name: value for name, value in sums.items() if value > 0}
    whole = sum(sums.values(), Decimal(0))
    expected: list[type_verwacht] = [
        zin(f"{bron.deel('grondstofstromen')['dekking_pct']}%", "in beeld"),
        samen("Niet nieuw gewonnen", share(weight - total(rows, MATERIAAL_IN[0]), weight)),
        *(samen(bron.term("kwaliteit", row["kwaliteit"])) for row in rows[:1]),
    ]
    for materiaal in take_until(sums, Decimal("0.8")):
        naam = bron.term("materiaal", materiaal)
        ton = total([row for row in rows if row["materiaal"] == materiaal], *MATERIAAL_IN)
        expected.append(zin(naam, share(sums[materiaal], whole)))
        expected.append(cel(naam, "Deel van het gewicht (%)", dutch(ton / weight * 100, 1)))
    return expected


def take_until(sums: dict[str, Decimal], part: Decimal) -> list[str]:
    """The fewest names, the largest sum first, that hold a part of the whole together."""
    whole, together, names = sum(sums.values(), Decimal(0)), Decimal(0), []
    for name, value in sums.items():
        if together >= whole * part:
            break
        together += value
        names.append(name)
    return names


@answers("S18")
def read_meeste_winst(bron: Bron) -> list[type_verwacht]:
    """The fewest themes that hold half of the environmental cost, and what they hold together."""
    sums = sum_mki(bron, "thema")
    themas = take_until(sums, Decimal("0.5"))
    together = sum((sums[thema] for thema in themas), Decimal(0))
    names = [bron.naam("themas", thema) for thema in themas]
    return [zin("meeste milieuwinst", *names, share(together, sum(sums.values(), Decimal(0))))]
