"""What must stand on the pages about people: surveys, meetings, challenge, barriers."""

from __future__ import annotations

from decimal import Decimal

from tests.site.onderbouwing.bron import Bron, dutch, number, type_rij
from tests.site.onderbouwing.pagina import Afwezig, Link, cel, onder, samen, type_verwacht, zin
from tests.site.onderbouwing.register import answers, is_true, link_acties

KLEINSTE_GROEP = 5
"""Smaller groups are never shown.

Source: DOMAIN 4, rule 7.
"""
TE_KLEIN = "te klein"
POSITIEF = "Eens of helemaal eens (%)"


def is_shown(row: type_rij) -> bool:
    """Whether a group is large enough to be shown."""
    return number(row["n"]) >= KLEINSTE_GROEP


# Surveys and support.


def read_stellingen(bron: Bron, dimensie: str) -> list[type_verwacht]:
    """The part of each level that agrees with the statements of one dimension."""
    meting, rows = bron.deel("bewustzijn"), bron.csv("bewustzijn")
    cells: list[type_verwacht] = []
    for stelling in meting["stellingen"]:
        for row in rows:
            if stelling["dimensie"] != dimensie or row["stelling"] != stelling["id"]:
                continue
            if not row["niveau"]:
                continue
            counts = [number(row[f"n{step}"]) for step in range(1, 6)]
            part = (counts[3] + counts[4]) / sum(counts, Decimal(0)) * 100
            groep = bron.term("niveau", row["niveau"])
            cells.append(cel((stelling["tekst"], groep), POSITIEF, dutch(part)))
    return cells


@answers("S7")
def read_eigenaarschap(bron: Bron) -> list[type_verwacht]:
    """How many feel responsible, by level."""
    return read_stellingen(bron, "eigenaarschap")


@answers("S36")
def read_gedrag(bron: Bron) -> list[type_verwacht]:
    """How many take circularity into account as a habit, by level."""
    return read_stellingen(bron, "gedrag")


@answers("S22")
def read_draagvlak(bron: Bron) -> list[type_verwacht]:
    """The support of the largest team for each theme; a small group is named but hidden."""
    cells: list[type_verwacht] = []
    scores = [row for row in bron.csv("draagvlak") if row["team"]]
    for thema in bron.lijst("themas"):
        rows = [row for row in scores if row["thema"] == thema["id"]]
        largest = max(rows, key=lambda row: number(row["n"]))
        team = bron.naam("teams", largest["team"])
        cells.append(cel(team, thema["naam"], dutch(number(largest["score"]), 1)))
        cells += [
            cel(bron.naam("teams", row["team"]), thema["naam"], TE_KLEIN)
            for row in rows
            if not is_shown(row)
        ]
    assert len(cells) > len(bron.lijst("themas"))
    return cells


@answers("S23")
def read_motivatie(bron: Bron) -> list[type_verwacht]:
    """How many people in the field want to work on each subject.

    Where the other level is too small to show, this one is hidden with it; those are left out.
    """
    rows = [row for row in bron.csv("draagvlak") if row["deelonderwerp"]]
    hidden = {row["deelonderwerp"] for row in rows if not is_shown(row)}
    namen = {
        part["id"]: part["naam"]
        for thema in bron.lijst("themas")
        for part in thema["deelonderwerpen"]
    }
    return [
        cel(
            namen[row["deelonderwerp"]],
            bron.term("niveau", row["niveau"]),
            row["gemotiveerd"] if is_shown(row) else TE_KLEIN,
        )
        for row in rows
        if (row["niveau"] == "uitvoerend" and row["deelonderwerp"] not in hidden)
        or not is_shown(row)
    ]


@answers("K19")
def read_voor_en_na(bron: Bron) -> list[type_verwacht]:
    """The support for each opportunity before and after working on it together."""
    koppen = {"voor": "Vooraf", "na": "Achteraf"}
    titels = {item["id"]: item["titel"] for item in bron.lijst("kansen")}
    rows = [row for row in bron.csv("draagvlak") if row["kans"] and is_shown(row)]
    assert {row["meetmoment"] for row in rows} == set(koppen)
    return [
        cel(titels[row["kans"]], koppen[row["meetmoment"]], dutch(number(row["score"]), 1))
        for row in rows
    ]


# How the programme was made.


@answers("S25")
def read_bijeenkomsten(bron: Bron) -> list[type_verwacht]:
    """Each meeting with its kind and number of people, under its step."""
    challenge = bron.deel("challenge")["naam"]
    return [
        *(
            onder(
                bron.term("stap", item["stap"]),
                item["titel"],
                bron.term("bijeenkomstsoort", item["soort"]),
            )
            for item in bron.lijst("bijeenkomsten")
        ),
        *(
            samen(item["titel"], f"{item['deelnemers']} deelnemers")
            for item in bron.lijst("bijeenkomsten")
            if int(item["deelnemers"]) >= KLEINSTE_GROEP
        ),
        samen(challenge, Link("challenge")),
    ]


@answers("S8")
def read_gevolgen(bron: Bron) -> list[type_verwacht]:
    """What each meeting gave, with what was done with it."""
    return [
        samen(item["tekst"], item["gevolg"])
        for meeting in bron.lijst("bijeenkomsten")
        for item in meeting["opbrengst"]
    ]


@answers("S26")
def read_opbrengst(bron: Bron) -> list[type_verwacht]:
    """What each meeting gave, with the actions that followed."""
    return [
        samen(item["tekst"], *link_acties(item))
        for meeting in bron.lijst("bijeenkomsten")
        for item in meeting["opbrengst"]
    ]


@answers("S11")
def read_niveaus(bron: Bron) -> list[type_verwacht]:
    """The levels that were at each meeting; of the three in the source each at least once."""
    meetings = bron.lijst("bijeenkomsten")
    present = {niveau for item in meetings for niveau in item["niveau"]}
    assert {"bestuurlijk", "management", "uitvoerend"} <= present
    return [
        samen(item["titel"], *(bron.term("niveau", niveau) for niveau in item["niveau"]))
        for item in meetings
    ]


@answers("K2")
def read_partners(bron: Bron) -> list[type_verwacht]:
    """Organisations that take part, with their role."""
    partners = bron.lijst("stakeholders", is_true("akkoord_vermelding"))
    return [
        samen(item["organisatie"], bron.term("stakeholdersoort", item["soort"]), item["rol"])
        for item in partners
    ]


@answers("K12")
def read_inbreng(bron: Bron) -> list[type_verwacht]:
    """What each organisation brings in knowledge, authority and enthusiasm, in words."""
    koppen = {"kennis": "Kennis", "autoriteit": "Gaat over", "enthousiasme": "Wil graag"}
    return [
        cel(item["organisatie"], koppen[soort], tekst)
        for item in bron.lijst("stakeholders")
        for soort, tekst in item["inbreng"].items()
    ]


# The challenge and what stood in the way.


@answers("S27")
def read_besparing(bron: Bron) -> list[type_verwacht]:
    """What the assignments saved together, without those that too few people did."""
    challenge = bron.deel("challenge")
    counted = [
        item for item in challenge["opdrachten"] if int(item["deelnemers"]) >= KLEINSTE_GROEP
    ]
    hidden = [item for item in challenge["opdrachten"] if item not in counted]
    assert hidden

    def save(wat: str) -> str:
        return dutch(
            sum(
                (
                    number(item["aantal"])
                    * (number(item.get(f"{wat}_oud", "")) - number(item.get(f"{wat}_nieuw", "")))
                    for item in counted
                ),
                Decimal(0),
            )
        )

    return [
        samen("Duur", f"{challenge['duur_dagen']} dagen"),
        zin("bespaarden", f"{save('co2_kg')} kg CO2", f"{save('afval_kg')} kg afval"),
        *(cel(item["titel"], "Aantal keer", dutch(number(item["aantal"]))) for item in counted),
        *(Afwezig(item["titel"]) for item in hidden),
    ]


@answers("S28")
def read_challengepraktijken(bron: Bron) -> list[type_verwacht]:
    """The practices that the challenge brought to light, and no story without consent."""
    challenge = bron.deel("challenge")
    praktijken = bron.lijst("praktijken", lambda item: item["id"] in challenge["praktijken"])
    kept = [item for item in challenge["verhalen"] if item["toestemming"] != "true"]
    assert kept
    return [
        *(
            samen(item["titel"], item["omschrijving"], *link_acties(item, "leidt_tot"))
            for item in praktijken
        ),
        *(Afwezig(item["tekst"]) for item in kept),
    ]


@answers("S30")
def read_belemmeringen(bron: Bron) -> list[type_verwacht]:
    """Each barrier in its theme."""
    return [
        samen(item["id"], item["tekst"], bron.naam("themas", item["thema"]))
        for item in bron.lijst("belemmeringen")
    ]


@answers("S31")
def read_aanpak_belemmeringen(bron: Bron) -> list[type_verwacht]:
    """The actions that work on each barrier, or that it is still to be taken up."""
    barriers = bron.lijst("belemmeringen")
    assert any("acties" not in item for item in barriers)
    return [
        samen(item["tekst"], *link_acties(item))
        if "acties" in item
        else samen(item["tekst"], "Nog op te pakken")
        for item in barriers
    ]
