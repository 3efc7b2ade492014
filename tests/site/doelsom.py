"""What the pages about goals must say, computed from the files in a plain way.

Nothing here comes from the program. Where the program counts something itself, the value is taken
from the table that a reader downloads; other tests count it again.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.programmes import Built
from tests.sources import get_list, read_records, read_yaml

PEILDATUM = "2026-10-01"
JAAR = int(PEILDATUM[:4])
DOORGAAN = {"open", "actief"}

type_record = dict[str, Any]


def number(text: str) -> Fraction:
    """A number as the data write it, with a decimal comma."""
    return Fraction(text.replace(",", "."))


def dutch(value: Fraction, decimals: int | None = None) -> str:
    """A number as a Dutch reader writes it, rounded half away from zero; else as it is."""
    if decimals is None:
        decimals = 0
        while (value * 10**decimals).denominator != 1:
            decimals += 1
    scaled = abs(value) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    text = f"{Decimal(whole).scaleb(-decimals):,.{decimals}f}"
    sign = "\N{MINUS SIGN}" if value < 0 and whole else ""
    return sign + text.replace(",", "#").replace(".", ",").replace("#", ".")


def effect(value: Fraction, eenheid: str) -> str:
    """A change with its sign and unit."""
    unit = "procentpunt" if eenheid == "%" else eenheid
    return f"{'+' if value > 0 else ''}{dutch(value)} {unit}"


def waarde(value: Fraction, eenheid: str, decimals: int) -> str:
    """A value with its unit."""
    return f"{dutch(value, decimals)}{'' if eenheid == '%' else ' '}{eenheid}"


def verschil(value: Fraction, eenheid: str, decimals: int) -> str:
    """The size of a difference with its unit."""
    return f"{dutch(abs(value), decimals)} {'procentpunt' if eenheid == '%' else eenheid}"


def read_punten(built: Built, indicator: type_record) -> list[tuple[int, Fraction]]:
    """Year and value of what may be compared with the baseline, by year."""
    name, begin = indicator["id"], indicator.get("nulmeting")
    if begin is None:
        return []
    if "telling" in indicator:
        file = built.edities["intern"] / "csv" / f"indicator-{name}.csv"
        rows = list(csv.reader(file.read_text("utf-8-sig").splitlines(), delimiter=";"))[1:]
        return [(int(row[0]), number(row[1])) for row in rows if row[1]]
    file = built.root / "data" / "metingen" / f"{name}.csv"
    newest: dict[tuple[int, str], tuple[str, str]] = {}
    versions = [item["versie"] for item in get_list(indicator, "definitieversies")]
    if file.is_file():
        for row in csv.DictReader(file.read_text("utf-8").splitlines(), delimiter=";"):
            key = (int(row["jaar"]), row["definitie_versie"])
            found = (row["publicatie"], row["waarde"])
            if found[0] <= PEILDATUM and key[0] <= JAAR and newest.get(key, ("", "")) <= found:
                newest[key] = found
    filled = {key: number(value) for key, (_, value) in newest.items() if value}
    start = (int(begin["jaar"]), number(begin["waarde"]))
    if all(year != start[0] for year, _ in newest):
        filled[start[0], ""] = start[1]
    last = max(filled, key=lambda key: (key[0], versions.index(key[1]) if key[1] else -1))[1]
    if filled.get((start[0], last)) != start[1]:
        return []
    return sorted((y, v) for (y, version), v in filled.items() if version == last and y >= start[0])


def extend(punten: list[tuple[int, Fraction]], jaar: int, indicator: type_record) -> Fraction:
    """The line of least squares through the last five points, within what can exist."""
    used = punten[-5:]
    n = len(used)
    sx, sy = sum(x for x, _ in used), sum(y for _, y in used)
    sxx, sxy = sum(x * x for x, _ in used), sum(x * y for x, y in used)
    slope = Fraction(n * sxy - sx * sy) / (n * sxx - sx * sx)
    value = (sy - slope * sx) / n + slope * jaar
    low = number(indicator.get("kleinst_mogelijk", "0"))
    high = indicator.get("grootst_mogelijk", "100" if indicator["eenheid"] == "%" else None)
    value = max(value, low)
    return value if high is None else min(value, number(high))


def list_effecten(built: Built, indicator: str, veld: str) -> list[tuple[type_record, type_record]]:
    """Each effect on an indicator, with its action; expected ones of actions that go on only."""
    statussen = read_yaml(built.root / "data" / "woordenlijst" / "actiestatus.yaml")
    klassen = {term["id"]: term["klasse"] for term in get_list(statussen, "termen")}
    return [
        (dict(actie), dict(item))
        for actie in read_records(built, "acties")
        for item in get_list(actie, veld)
        if item["indicator"] == indicator
        and (veld != "verwachte_effecten" or klassen[str(actie["actiestatus"])] in DOORGAAN)
    ]


def choose(
    effecten: list[tuple[type_record, type_record]], teken: int
) -> list[tuple[type_record, type_record]]:
    """Those that count: of each effectgroep the best one; the sample has none that does harm."""
    counting: list[tuple[type_record, type_record]] = []
    groups = {item.get("effectgroep") for _, item in effecten}
    for groep in sorted(groups, key=str):
        members = [pair for pair in effecten if pair[1].get("effectgroep") == groep]
        assert all(number(item["waarde"]) * teken > 0 for _, item in members)
        best = max(members, key=lambda pair: number(pair[1]["waarde"]) * teken)
        counting += members if groep is None else [best]
    return counting


@dataclass(frozen=True)
class Som:
    """The sum of one target to come; `verwacht` and what follows from it None when unknown."""

    jaar: int
    doel: Fraction
    verwacht: Fraction | None
    som: Fraction
    gewogen: Fraction
    minimaal: Fraction
    in_pakket: bool
    teken: int
    weg: Fraction | None

    @property
    def afstand(self) -> Fraction | None:
        """How far the pace falls short of the target."""
        return None if self.verwacht is None else (self.doel - self.verwacht) * self.teken

    def rest(self, erbij: Fraction) -> Fraction | None:
        """What remains after a change."""
        return None if self.afstand is None else self.afstand - erbij * self.teken


def list_sommen(built: Built, indicator: type_record) -> list[Som]:
    """The sum of each target of an indicator that is to come."""
    punten = read_punten(built, indicator)
    teken = -1 if indicator["richting"] == "omlaag" else 1
    can = len(punten) > 1 and indicator["richting"] != "vasthouden"
    effecten = list_effecten(built, indicator["id"], "verwachte_effecten")
    weights = {
        term["id"]: number(term["gewicht"])
        for term in get_list(
            read_yaml(built.root / "data" / "woordenlijst" / "zekerheid.yaml"), "termen"
        )
    }
    package = {
        actie
        for kans in read_records(built, "kansen")
        if kans.get("is_minimaal_pakket") == "true"
        for actie in get_list(kans, "acties")
    }
    sommen = []
    for target in sorted(get_list(indicator, "streefwaarden"), key=lambda item: int(item["jaar"])):
        jaar = int(target["jaar"])
        if jaar < JAAR or (punten and jaar <= punten[-1][0]):
            continue
        within = [pair for pair in effecten if int(pair[1]["jaar"]) <= jaar]
        counting = choose(within, teken)
        minimal = choose([pair for pair in within if pair[0]["id"] in package], teken)
        doel = number(target["waarde"])
        sommen.append(
            Som(
                jaar=jaar,
                doel=doel,
                verwacht=extend(punten, jaar, indicator) if can else None,
                som=sum((number(item["waarde"]) for _, item in counting), Fraction(0)),
                gewogen=sum(
                    (number(item["waarde"]) * weights[item["zekerheid"]] for _, item in counting),
                    Fraction(0),
                ),
                minimaal=sum((number(item["waarde"]) for _, item in minimal), Fraction(0)),
                in_pakket=bool(minimal),
                teken=teken,
                weg=(doel - punten[-1][1]) * teken if can else None,
            )
        )
    return sommen


def count_digits(built: Built, indicator: type_record, *, weighed: bool = False) -> int:
    """Digits in which the sums of an indicator stand: as many as one of its numbers needs.

    At most one more than was measured, or as many as an effect has; `weighed` with what stands in
    the column of the certainty.
    """
    sommen = list_sommen(built, indicator)
    exact = [
        number(item["waarde"])
        for veld in ("verwachte_effecten", "gerealiseerde_effecten")
        for _, item in list_effecten(built, indicator["id"], veld)
    ] + [som.gewogen for som in sommen if weighed]
    least = int(indicator.get("decimalen", "0"))
    behind = [len(dutch(value).partition(",")[2]) for value in exact]
    most = max(least + 1, *behind, 0)
    tempo = [som.verwacht for som in sommen if som.verwacht is not None]
    needed = [len(dutch(value, most).partition(",")[2].rstrip("0")) for value in tempo]
    return max(least, *behind, *needed, 0)
