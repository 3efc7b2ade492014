"""Dates and statuses of actions, read again from the files without any code of the program."""

from __future__ import annotations

import calendar
import json
import re
from datetime import date
from typing import Any

from bs4 import Tag

from tests.programmes import Built
from tests.sources import get_text, is_public, read_records, read_yaml

LOPEND = {"open", "actief"}
"""What the status of an action means while something has to be done for it."""

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
type_actie = dict[str, Any]


def list_acties(built: Built, editie: str = "intern") -> list[type_actie]:
    """The actions that an edition holds, as typed."""
    records = [dict(item) for item in read_records(built, "acties")]
    return [item for item in records if editie == "intern" or is_public(item)]


def list_terms(built: Built, name: str) -> list[dict[str, str]]:
    """The terms of a vocabulary, as typed."""
    found = read_yaml(built.root / "data" / "woordenlijst" / f"{name}.yaml")["termen"]
    assert isinstance(found, list)
    return found


def read_klassen(built: Built) -> dict[str, str]:
    """What each status means."""
    return {term["id"]: term["klasse"] for term in list_terms(built, "actiestatus")}


def begin(moment: str) -> date:
    """The first day of a year, a month or a day."""
    year, month, day = [*map(int, moment.split("-")), 1, 1][:3]
    return date(year, month, day)


def end(moment: str) -> date:
    """The last day of a year, a month or a day."""
    parts = list(map(int, moment.split("-")))
    year, month = [*parts, 12][:2]
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def reached(step: dict[str, str], peildatum: date) -> str | None:
    """When a milestone was reached, as known at a date."""
    moment = step.get("behaald")
    return moment if moment and begin(moment) <= peildatum else None


def steps(actie: type_actie) -> list[dict[str, str]]:
    """The milestones of an action."""
    found: list[dict[str, str]] = actie.get("mijlpalen", [])
    return found


def words(moment: str) -> str:
    """A period as a reader sees it."""
    parts = moment.split("-")
    named = [MAANDEN[int(part) - 1] for part in parts[1:2]]
    day = [str(int(part)) for part in parts[2:]]
    return " ".join([*day, *named, parts[0]])


def read_figure(built: Built, editie: str, naam: str) -> dict[str, Any]:
    """The picture that the chart script draws."""
    path = built.edities[editie] / "figuren" / f"{naam}.js"
    text = path.read_text(encoding="utf-8").strip()
    found = re.fullmatch(r"circulair\.figuur\((\"[^\"]+\"),(.*)\);", text, re.DOTALL)
    assert found
    assert json.loads(found.group(1)) == naam
    figure: dict[str, Any] = json.loads(found.group(2))
    return figure


def read_table(article: Tag, naam: str) -> list[list[str]]:
    """The rows of the table whose CSV has this name, the head first."""
    link = article.select_one(f'a[href$="csv/{naam}.csv"]')
    assert link is not None
    figure = link.find_parent("figure")
    assert figure is not None
    return [[get_text(cell) for cell in row.select("th, td")] for row in figure.select("tr")]
