"""Reads the data of a programme as text, without any code of the program."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

type_rij = dict[str, Any]
"""A record of a YAML file or a row of a CSV file; every scalar is text."""


@cache
def read_yaml(path: Path) -> Any:
    """A YAML file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


class Bron:
    """The data of one programme."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data = root / "data"

    def deel(self, naam: str) -> type_rij:
        """A part of which there is one."""
        part: type_rij = read_yaml(self.data / f"{naam}.yaml")
        return part

    def lijst(self, naam: str, waar: Callable[[type_rij], bool] = bool) -> list[type_rij]:
        """The records of a collection, or those that pass."""
        records = self.deel(naam)[naam]
        return [record for record in records if waar(record)]

    def folder(self, naam: str) -> dict[str, type_rij]:
        """The records of a folder, by the name of their file."""
        return {path.stem: read_yaml(path) for path in sorted((self.data / naam).glob("*.yaml"))}

    def csv(self, naam: str) -> list[dict[str, str]]:
        """The rows of a CSV file."""
        with (self.data / f"{naam}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    def termen(self, woordenlijst: str) -> dict[str, type_rij]:
        """The terms of a vocabulary, by id."""
        terms = read_yaml(self.data / "woordenlijst" / f"{woordenlijst}.yaml")["termen"]
        return {term["id"]: term for term in terms}

    def term(self, woordenlijst: str, identifier: str) -> str:
        """The name of a term."""
        return str(self.termen(woordenlijst)[identifier]["naam"])

    def naam(self, lijst: str, identifier: str) -> str:
        """The name of a record of a collection."""
        return str(next(item["naam"] for item in self.lijst(lijst) if item["id"] == identifier))

    def doel(self, uitspraak: str) -> str:
        """The last part of the page that a statement is answered on: the id of its record."""
        rows = self.lijst("onderbouwing", lambda row: row["id"] == uitspraak)
        return str(rows[0]["pagina"]).rsplit("/", 1)[-1]


def number(text: str) -> Decimal:
    """A number as the data write it, with a decimal comma; nothing counts as zero."""
    return Decimal(text.replace(",", ".")) if text else Decimal(0)


def total(rows: Iterable[dict[str, str]], *columns: str) -> Decimal:
    """The sum of some columns over some rows."""
    return sum((number(row[column]) for row in rows for column in columns), Decimal(0))


def dutch(value: Decimal, decimals: int = 0) -> str:
    """A number as a Dutch reader writes it: `1.234,5`."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,.{decimals}f}".replace(",", "#").replace(".", ",").replace("#", ".")


def share(part: Decimal, whole: Decimal) -> str:
    """A share as the site says it: whole percents, below ten percent with a decimal."""
    value = part / whole * 100
    return f"{dutch(value, 0 if value >= 10 else 1)}%"
