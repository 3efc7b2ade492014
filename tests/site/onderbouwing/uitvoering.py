"""What must stand on the pages about phases, integration, actions and daily work."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from tests.site.onderbouwing.bron import Bron, dutch, number
from tests.site.onderbouwing.pagina import Link, cel, onder, samen, type_verwacht
from tests.site.onderbouwing.register import answers, link_acties, pad_actie

# Strategy, integration and actions.


@answers("S32")
def read_onderbouwing(bron: Bron) -> list[type_verwacht]:
    """What each phase rests on, with the way to the page where that was found."""
    return [
        samen(punt["tekst"], Link(punt["pagina"]))
        for fase in bron.lijst("fasedoelen")
        for punt in fase["onderbouwing"]
    ]


@answers("S33")
def read_fasen(bron: Bron) -> list[type_verwacht]:
    """Each phase with its goal, its conditions and its number of actions, in all and by theme."""
    assert len(bron.termen("fase")) == 3
    acties = bron.folder("acties").values()
    counts = Counter(item["fase"] for item in acties)
    per_thema = Counter((item["fase"], item["thema"]) for item in acties)
    return [
        *(
            onder(bron.term("fase", item["id"]), item["doel"], *item["criteria"])
            for item in bron.lijst("fasedoelen")
        ),
        *(
            cel(bron.term("fase", fase), "Aantal acties", str(count))
            for fase, count in counts.items()
        ),
        *(
            onder(bron.term("fase", fase), f"{bron.naam('themas', thema)}: {count} actie{meer}")
            for (fase, thema), count in per_thema.items()
            for meer in ["s" if count > 1 else ""]
        ),
    ]


@answers("S34")
def read_integratiegraad(bron: Bron) -> list[type_verwacht]:
    """How far circular is taken up, computed from the scores, and the goal for later."""
    source = bron.folder("indicatoren")["integratiegraad"]
    goal = next(
        item["waarde"]
        for item in source["streefwaarden"]
        if item["jaar"] == bron.deel("integratie")["doeljaar"]
    )
    jaar = bron.deel("integratie")["moment"][:4]
    scores = [row["score"] for row in bron.csv("integratie") if row["score"] not in {"", "nvt"}]
    part = sum(map(number, scores), Decimal(0)) * 100 / (4 * len(scores))
    return [
        samen(f"{dutch(part)}%", f"in {jaar}"),
        samen(f"{goal}%", bron.deel("integratie")["doeljaar"]),
    ]


@answers("S35")
def read_integratie(bron: Bron) -> list[type_verwacht]:
    """Every domain with the score of each process and instrument; not applicable is a score."""
    woorden = {"nvt": "n.v.t.", "": "?"}
    cells: list[type_verwacht] = []
    for row in bron.csv("integratie"):
        soort = "proces" if row["proces"] else "instrument"
        cells.append(
            cel(
                bron.term("beleidsdomein", row["beleidsdomein"]),
                bron.term(soort, row[soort]),
                woorden.get(row["score"], row["score"]),
            )
        )
    return cells


@answers("S10")
def read_werkwijze(bron: Bron) -> list[type_verwacht]:
    """The principles, and where actions land in work and policy."""
    landing = [
        samen(item["titel"], bron.term("beleidsdomein", plek["beleidsdomein"]))
        for item in bron.folder("acties").values()
        for plek in item.get("integratie", [])
    ]
    return [
        *(samen(item["naam"], item["uitleg"]) for item in bron.lijst("principes")),
        *landing,
    ]


@answers("S9")
def read_opgaven(bron: Bron) -> list[type_verwacht]:
    """How many actions of each theme connect to each other task, and which."""
    acties = bron.folder("acties")
    assert {"energietransitie", "mvoi"} <= set(bron.termen("koppelopgave"))
    pairs = [
        (key, opgave) for key, item in acties.items() for opgave in item.get("koppelopgaven", [])
    ]
    counts = Counter((acties[key]["thema"], opgave) for key, opgave in pairs)
    return [
        *(
            cel(bron.naam("themas", thema), bron.term("koppelopgave", opgave), str(count))
            for (thema, opgave), count in counts.items()
        ),
        *(
            onder(bron.term("koppelopgave", opgave), acties[key]["titel"], Link(pad_actie(key)))
            for key, opgave in pairs
        ),
    ]


@answers("S38")
def read_actie(bron: Bron) -> list[type_verwacht]:
    """The owner of an action, its milestones, and when the team agreed to it."""
    actie = bron.folder("acties")[bron.doel("S38").upper()]
    team = actie["eigenaar_team"]
    jaar, _, dag = actie["afgesproken_met_team"].split("-")
    return [
        samen("Eigenaar", bron.naam("teams", team), Link(f"teams/{team}")),
        *(samen(item["titel"], item["gepland"][:4]) for item in actie["mijlpalen"]),
        samen("Afgesproken met het team", str(int(dag)), jaar),
    ]


@answers("K13")
def read_schaal(bron: Bron) -> list[type_verwacht]:
    """That an action is about the organisation itself."""
    actie = bron.folder("acties")[bron.doel("K13").upper()]
    assert actie["schaal"] == "eigen_organisatie"
    return [samen("Schaal", bron.term("schaal", actie["schaal"]))]


@answers("K14")
def read_goede_voorbeeld(bron: Bron) -> list[type_verwacht]:
    """The actions in which the municipality gives the example."""
    return [
        samen(item["titel"], Link(pad_actie(identifier)))
        for identifier, item in bron.folder("acties").items()
        if item["thema"] == bron.doel("K14")
    ]


@answers("K15")
def read_agenda(bron: Bron) -> list[type_verwacht]:
    """Every action with its begin and end."""
    return [
        samen(item["titel"], *(item[key][:4] for key in ("start", "eind") if key in item))
        for item in bron.folder("acties").values()
    ]


@answers("K20")
def read_interventietypen(bron: Bron) -> list[type_verwacht]:
    """The six kinds of action, with how many actions are of each."""
    lijst = bron.termen("interventietype")
    counts = Counter(item["interventietype"] for item in bron.folder("acties").values())
    assert len(lijst) == 6
    assert set(counts) == set(lijst)
    return [
        cel(item["naam"], "Aantal acties", str(counts[identifier]))
        for identifier, item in lijst.items()
    ]


@answers("K1")
def read_woordenlijsten(bron: Bron) -> list[type_verwacht]:
    """The themes' words are data: every term that has a definition stands with it."""
    names = ["fase", "niveau", "koppelopgave", "schaal", "bron_idee", "kwaliteit", "proces"]
    return [
        samen(item["naam"], item["definitie"])
        for name in names
        for item in bron.termen(name).values()
    ]


@answers("K21")
def read_vliegwiel(bron: Bron) -> list[type_verwacht]:
    """The actions that began or got further by each success."""
    return [
        onder(item["titel"], item["resultaat"], *link_acties(item, "leidt_tot"))
        for item in bron.lijst("successen")
    ]


# Help in daily work, and the case.


@answers("S2")
def read_keuzehulp(bron: Bron) -> list[type_verwacht]:
    """The questions with their rung, the tools, and who decides."""
    hulp = bron.folder("keuzehulp")[bron.doel("S2")]
    return [
        *(
            samen(bron.term("r_strategie", item["r_strategie"]), item["vraag"])
            for item in hulp["vragen"]
        ),
        *(samen(item) for item in hulp["hulpmiddelen"]),
        samen(hulp["mag_dit"]),
        samen("Functie", hulp["contactrol"]),
    ]


@answers("S40")
def read_situaties(bron: Bron) -> list[type_verwacht]:
    """A door for every situation at work."""
    return [
        samen(item["situatie"], Link(f"keuzehulp/{identifier}"))
        for identifier, item in bron.folder("keuzehulp").items()
    ]


@answers("S29")
def read_citaat(bron: Bron) -> list[type_verwacht]:
    """The sentence of the source, word for word; the page is prose and computes nothing."""
    source = bron.lijst("bronnen", lambda item: item["id"] == "adviesbureau_soest")[0]
    quote = "Zo fietst een medewerker met zijn speedpedelec iedere kantoordag 75km"
    return [samen(quote), samen(source["soort"], source["titel"])]
