"""What the pages about progress start from, read from the files and the report."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.lichten import Lichten, read
from tests.programmes import Built
from tests.sources import get_article, is_public, read_records

PEILDATUM = date(2026, 10, 1)
STAND = "2026-10-01"
type_record = dict[str, Any]


def list_acties(built: Built, editie: str) -> list[type_record]:
    """The actions of an edition, each with the light that it shows there."""
    data = Lichten(built.root / "data", PEILDATUM)
    if editie == "intern":
        return [item | {"id": key, "licht": data.shown(item)} for key, item in data.each()]
    said = {item["actie"]: item for item in read_report(built)["acties"]}
    return [
        item
        | {"id": key, "licht": said.get(key, {}).get("voortgang")}
        | {field: said[key][field] for field in ("actiestatus",) if key in said}
        for key, item in data.each()
        if is_public(item)
    ]


def read_report(built: Built) -> type_record:
    """The report of which everyone sees the stand."""
    found: type_record = read(built.root / "data" / "vastgesteld" / f"{STAND}.yaml")
    return found


def list_terms(built: Built, name: str) -> list[dict[str, str]]:
    """The terms of a vocabulary, as typed; those of the sample stand in their order."""
    found = read(built.root / "data" / "woordenlijst" / f"{name}.yaml")
    terms: list[dict[str, str]] = found["termen"]
    return terms


def read_klasse(built: Built, actie: type_record) -> str:
    """What the status of an action means."""
    klassen = {term["id"]: term["klasse"] for term in list_terms(built, "actiestatus")}
    return klassen[actie["actiestatus"]]


def read_verdicts(built: Built, editie: str) -> dict[str, str]:
    """The verdict on each indicator of an edition, by id: of the report, or as its page says."""
    if editie == "publiek":
        public = {str(item["id"]) for item in read_records(built, "indicatoren") if is_public(item)}
        said = read_report(built)["indicatoren"]
        return {i["indicator"]: i["indicatorstatus"] for i in said if i["indicator"] in public}
    found = {}
    for item in read_records(built, "indicatoren"):
        badge = get_article(built, editie, f"indicatoren/{item['id']}").select_one(".oordeel")
        assert badge is not None
        names = [str(name) for name in badge["class"] if str(name).startswith("oordeel--")]
        found[str(item["id"])] = names[0].removeprefix("oordeel--")
    return found
