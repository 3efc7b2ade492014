"""The light of each action, computed a second time from the files, without code of the program."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

ZWAARTE: Final = ("volgens_verwachting", "onbekend", "aandachtspunt", "bijsturen")
"""The lights, each worse than the one before."""


def read(path: Path) -> Any:
    """A YAML file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def first_day(text: str) -> date:
    """The first day of a year, a month or a day."""
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """The last day of a year, a month or a day."""
    parts = [*map(int, text.split("-"))]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return date(parts[0], month, day)


@dataclass(frozen=True)
class Lichten:
    """What every action of a programme looks like on a day, by its files."""

    data: Path
    dag: date

    @cached_property
    def acties(self) -> dict[str, dict[str, Any]]:
        """The actions by id, as typed."""
        return {path.stem: read(path) for path in sorted((self.data / "acties").glob("*.yaml"))}

    @cached_property
    def regels(self) -> list[dict[str, str]]:
        """The rules, as typed; none without the file."""
        path = self.data / "voortgangsregels.yaml"
        found: list[dict[str, str]] = read(path)["voortgangsregels"] if path.exists() else []
        return found

    def names(self, lijst: str, field: str = "naam") -> dict[str, str]:
        """A field of the terms of a vocabulary, by id."""
        terms = read(self.data / "woordenlijst" / f"{lijst}.yaml")["termen"]
        return {item["id"]: item.get(field, "") for item in terms}

    def goes_on(self, actie: dict[str, Any]) -> bool:
        """Whether something still has to be done for an action."""
        return self.names("actiestatus", "klasse")[actie["actiestatus"]] in {"open", "actief"}

    def open_mijlpalen(self, actie: dict[str, Any]) -> list[dict[str, str]]:
        """The milestones that are not reached on the day."""
        return [
            item
            for item in actie.get("mijlpalen", [])
            if "behaald" not in item or first_day(item["behaald"]) > self.dag
        ]

    def late_dates(self, actie: dict[str, Any]) -> list[date]:
        """The dates that an action did not meet."""
        if not self.goes_on(actie):
            return []
        asked = [item["gepland"] for item in self.open_mijlpalen(actie)]
        if "eind" in actie:
            asked.append(actie["eind"])
        return [last_day(text) for text in asked if last_day(text) < self.dag]

    def next_date(self, actie: dict[str, Any]) -> date | None:
        """The nearest milestone to come of an action that goes on."""
        days = [last_day(item["gepland"]) for item in self.open_mijlpalen(actie)]
        coming = [day for day in days if day >= self.dag]
        return min(coming, default=None) if self.goes_on(actie) else None

    def confirmed(self, actie: dict[str, Any]) -> date | None:
        """When the stand was last confirmed."""
        days = [first_day(actie["gecontroleerd_op"])] if "gecontroleerd_op" in actie else []
        given = actie.get("voortgang_handmatig")
        if given and first_day(given["datum"]) <= self.dag:
            days.append(first_day(given["datum"]))
        days += [
            min(last_day(item["behaald"]), self.dag)
            for item in actie.get("mijlpalen", [])
            if "behaald" in item and first_day(item["behaald"]) <= self.dag
        ]
        return max(days, default=None)

    def _holds(self, regel: dict[str, str], actie: dict[str, Any]) -> bool:
        wait, soort = int(regel.get("dagen", "0")), regel["soort"]

        def is_past(text: str) -> bool:
            return (self.dag - last_day(text)).days > wait

        if soort == "einddatum_voorbij":
            return "eind" in actie and is_past(actie["eind"])
        if soort == "mijlpaal_voorbij":
            return any(is_past(item["gepland"]) for item in self.open_mijlpalen(actie))
        if soort == "niet_begonnen":
            klasse = self.names("actiestatus", "klasse")[actie["actiestatus"]]
            return klasse == "open" and "start" in actie and is_past(actie["start"])
        if soort == "niet_bevestigd":
            confirmed = self.confirmed(actie)
            return confirmed is None or (self.dag - confirmed).days > wait
        assert soort == "geen_datum", soort
        return "eind" not in actie and not self.open_mijlpalen(actie)

    def holding(self, actie: dict[str, Any]) -> list[dict[str, str]]:
        """The rules that hold for an action that goes on, the worst first, else as in the file."""
        found = [regel for regel in self.regels if self._holds(regel, actie)]
        return sorted(found, key=lambda regel: -ZWAARTE.index(regel["voortgang"]))

    def computed(self, actie: dict[str, Any]) -> str | None:
        """The light by the rules; None when nothing has to be done any more, or without rules."""
        if not self.regels or not self.goes_on(actie):
            return None
        holding = self.holding(actie)
        return holding[0]["voortgang"] if holding else ZWAARTE[0]

    def by_hand(self, actie: dict[str, Any]) -> dict[str, str] | None:
        """The verdict that somebody gave by the day, of an action that has a light."""
        given: dict[str, str] | None = actie.get("voortgang_handmatig")
        if given is None or self.computed(actie) is None:
            return None
        return given if first_day(given["datum"]) <= self.dag else None

    def shown(self, actie: dict[str, Any]) -> str | None:
        """The light that counts."""
        given = self.by_hand(actie)
        return given["waarde"] if given else self.computed(actie)

    def each(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every action with its id."""
        yield from self.acties.items()
