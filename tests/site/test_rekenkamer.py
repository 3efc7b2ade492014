"""The questions of a court of audit: each answered on pages that exist, with counts that hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from tests.programmes import Built
from tests.sources import get_article, get_text, is_public, read_records, read_terms

PAD = "over/rekenkamer"
PEILDATUM = "2026-10-01"
VRAGEN = 7
EDITIES = ("intern", "publiek")


def _read(built: Built, editie: str) -> dict[str, list[Tag]]:
    """The elements under each question."""
    article, found = get_article(built, editie, PAD), {}
    for kop in article.select("h2"):
        below = []
        for item in kop.find_next_siblings():
            if item.name == "h2":
                break
            below.append(item)
        found[get_text(kop).removesuffix(" ¶")] = below
    return found


def _links(built: Built, editie: str, below: list[Tag]) -> dict[str, str]:
    """The pages that are linked, each with the words of its line."""
    root = built.edities[editie].resolve()
    start = root / f"{PAD}.html"
    found = {}
    for item in (line for element in below for line in element.select("li")):
        (link,) = item.select("a[href]")
        target = (start.parent / str(link["href"])).resolve()
        assert target.is_file()
        found[target.relative_to(root).with_suffix("").as_posix()] = get_text(item)
    return found


@pytest.mark.parametrize("editie", EDITIES)
def test_seven_questions_are_answered_and_lead_to_pages(built: Built, editie: str) -> None:
    """Every question stands there with its answer and the pages that this edition has."""
    shown, vragen = _read(built, editie), read_records(built, "rekenkamer")
    assert len(vragen) == VRAGEN
    for vraag in vragen:
        below = shown[str(vraag["vraag"])]
        text = " ".join(map(get_text, below))
        assert " ".join(str(vraag["antwoord"]).split()) in text
        paginas: Any = vraag["paginas"]
        here = [pad for pad in paginas if (built.edities[editie] / f"{pad}.html").is_file()]
        assert list(_links(built, editie, below)) == here
        assert ("Het antwoord staat op het intranet." in text) is (not here)
        assert editie == "publiek" or here == paginas


def test_public_page_does_not_name_a_page_of_the_intranet(built: Built) -> None:
    """The question about money is answered on the intranet; the public page says only that."""
    (vraag,) = (item for item in read_records(built, "rekenkamer") if item["id"] == "kosten")
    text = " ".join(map(get_text, _read(built, "publiek")[str(vraag["vraag"])]))
    assert "Het antwoord staat op het intranet." in text
    article = str(get_article(built, "publiek", PAD))
    assert "voortgang/kosten" not in article
    assert "Geld en uren" not in article


def _shown(built: Built, name: str, editie: str) -> list[dict[str, Any]]:
    records = [dict(item) for item in read_records(built, name)]
    if name == "kansen" and editie == "publiek":
        records = [item for item in records if item.get("is_gekozen") == "true"]
    return [item for item in records if editie == "intern" or is_public(item)]


def _part(deel: int, records: list[Any], naam: str, wat: str) -> str:
    total = len(records)
    return f"Alle {total} {naam} {wat}" if deel == total else f"{deel} van de {total} {naam} {wat}"


@pytest.mark.parametrize("editie", EDITIES)
def test_counts_beside_the_pages_are_those_of_the_files(built: Built, editie: str) -> None:
    """What is counted per page follows from the data that this edition may show."""
    indicatoren, acties = (_shown(built, name, editie) for name in ("indicatoren", "acties"))
    doelen, kansen = (_shown(built, name, editie) for name in ("doelstellingen", "kansen"))
    besluiten = [
        item for item in _shown(built, "bijsturingen", editie) if str(item["datum"]) <= PEILDATUM
    ]
    still = [item for item in besluiten if str(item.get("teruggekeken_op", "9")) > PEILDATUM]
    reached = [item for item in acties if "gerealiseerde_effecten" in item]
    soorten = {item["interventietype"] for item in acties}
    assert soorten <= set(read_terms(built, "interventietype"))
    expected = {
        "indicatoren/index": _part(
            sum("streefwaarden" in item for item in indicatoren),
            indicatoren,
            "indicatoren",
            "hebben een doel met een getal",
        ),
        "ambitie": _part(
            sum("jaar" in item for item in doelen), doelen, "doelstellingen", "hebben een jaar"
        ),
        "acties/index": f"{len(acties)} acties, met {len(soorten)} soorten aanpak",
        "kansenkaart": f"{len(kansen)} gekozen kansen",
        "andere-opgaven": _part(
            sum("koppelopgaven" in item for item in acties), acties, "acties", "sluiten aan"
        ),
        "profiel": f"{len(_shown(built, 'beleidskaders', editie))} beleidskaders",
        "voortgang/bijsturing": (
            f"{len(besluiten)} besluiten om bij te sturen; bij {len(still)} daarvan"
        ),
        "voortgang/bijdrage": f"Bij {len(reached)} acties staat wat is bereikt",
    }
    if editie == "intern":
        expected["kansenkaart"] = _part(
            sum(item.get("is_gekozen") == "true" for item in kansen),
            kansen,
            "kansen",
            "zijn opgenomen",
        )
        going = [item for item in acties if item["actiestatus"] != "vervallen"]
        with_budget = sum("budget_eur" in item for item in going)
        expected["voortgang/kosten"] = f"{with_budget} van de {len(going)} acties die niet gestopt"
        with_effect = sum("verwachte_effecten" in item for item in acties)
        expected["voortgang/bijdrage"] = f"Bij {with_effect} acties staat een verwacht effect"
    lines: dict[str, str] = {}
    for below in _read(built, editie).values():
        lines |= _links(built, editie, below)
    for pad, words in expected.items():
        assert words in lines[pad], pad


def test_files_name_no_page_that_is_not_there(built: Built) -> None:
    """Every page that a question names is a page of the intranet."""
    for vraag in read_records(built, "rekenkamer"):
        paginas: Any = vraag["paginas"]
        assert paginas
        for pad in paginas:
            assert Path(built.edities["intern"], f"{pad}.html").is_file(), pad
