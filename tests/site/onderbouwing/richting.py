"""What must stand on the pages about the programme itself: ambition, routes, profile, policy."""

from __future__ import annotations

from collections import Counter

from tests.site.onderbouwing.bron import Bron
from tests.site.onderbouwing.nulmeting import read_meeste_winst
from tests.site.onderbouwing.pagina import Link, cel, samen, type_verwacht
from tests.site.onderbouwing.register import answers, link_acties

# The programme: ambition, who asked for it, who guided it, how to reach it.


@answers("S0")
def read_eindambities(bron: Bron) -> list[type_verwacht]:
    """Each ambition with its own year."""
    return [samen(item["jaar"], item["tekst"]) for item in bron.deel("programma")["eindambities"]]


@answers("S3")
def read_opdrachtgever(bron: Bron) -> list[type_verwacht]:
    """Who asked for the programme."""
    return [samen("Opdrachtgever", bron.deel("programma")["opdrachtgever"])]


@answers("S4")
def read_procesbegeleider(bron: Bron) -> list[type_verwacht]:
    """Who guided the making of the programme."""
    return [samen("Procesbegeleiding", bron.deel("programma")["procesbegeleider"])]


@answers("S39")
def read_kernzin(bron: Bron) -> list[type_verwacht]:
    """What the municipality wants, in one sentence, and a door to each team."""
    teams = [samen(item["naam"], Link(f"teams/{item['id']}")) for item in bron.lijst("teams")]
    return [samen(bron.deel("programma")["kernzin"]), *teams]


@answers("S41")
def read_postbussen(bron: Bron) -> list[type_verwacht]:
    """A mailbox for the programme and one for each team."""
    teams = [samen(item["naam"], item["postbus"]) for item in bron.lijst("teams")]
    return [samen(bron.deel("programma")["contact"]), *teams]


@answers("K22")
def read_contact(bron: Bron) -> list[type_verwacht]:
    """An address for questions, and one for the press."""
    programma = bron.deel("programma")
    return [
        samen("Vragen over het programma", programma["contact"]),
        samen("Pers", programma["perscontact"]),
    ]


@answers("K3")
def read_samenvatting(bron: Bron) -> list[type_verwacht]:
    """The programme in short: what, decided by which decision, headline numbers, and the phases."""
    programma = bron.deel("programma")
    fasen = Counter(item["fase"] for item in bron.folder("acties").values())
    koppen = [item for item in bron.folder("indicatoren").values() if item.get("in_kop") == "true"]
    return [
        samen(programma["kernzin"]),
        samen(programma["besluitnummer"]),
        *(samen(item["naam"]) for item in koppen),
        *(samen(bron.term("fase", fase), f"{count} acties") for fase, count in fasen.items()),
    ]


@answers("K8")
def read_resultaten(bron: Bron) -> list[type_verwacht]:
    """What a new college reads first: what works, and where most can be gained."""
    successen = sorted(bron.lijst("successen"), key=lambda item: item["datum"], reverse=True)
    return [
        *(samen(item["titel"], item["resultaat"]) for item in successen[:3]),
        *read_meeste_winst(bron),
    ]


# Goals, routes, profile and policy.


@answers("S5")
def read_doelen(bron: Bron) -> list[type_verwacht]:
    """The final goal, and every goal on the way to it."""
    goals = bron.lijst("doelstellingen")
    assert any(item["jaar"] == "2050" and "onder" not in item for item in goals)
    return [samen(bron.term("doelsoort", item["soort"]), item["tekst"]) for item in goals]


@answers("K0")
def read_van_ambitie_naar_actie(bron: Bron) -> list[type_verwacht]:
    """Every action that works on a goal is linked from that goal."""
    goals = bron.lijst("doelstellingen", lambda item: bool(item.get("acties")))
    return [samen(item["tekst"], *link_acties(item)) for item in goals]


@answers("K11")
def read_vaststellers(bron: Bron) -> list[type_verwacht]:
    """Who adopted each goal."""
    return [
        samen(item["tekst"], f"vastgesteld door: {bron.term('niveau', item['vastgesteld_door'])}")
        for item in bron.lijst("doelstellingen")
    ]


@answers("S21")
def read_ambitieniveaus(bron: Bron) -> list[type_verwacht]:
    """The level of ambition of each theme, now and wanted."""
    cells: list[type_verwacht] = []
    for thema in bron.lijst("themas", lambda item: "ambitie" in item):
        nu, gewenst = (
            bron.term("ambitieniveau", thema["ambitie"][key]) for key in ("nu", "gewenst")
        )
        cells += [cel(thema["naam"], nu, "nu"), cel(thema["naam"], gewenst, "gewenst")]
    return cells


@answers("K9")
def read_routes(bron: Bron) -> list[type_verwacht]:
    """Each route with its start, what speaks for and against it, and which one was chosen."""
    kaders = {item["id"]: item["titel"] for item in bron.lijst("beleidskaders")}
    cells: list[type_verwacht] = []
    for route in bron.lijst("routes"):
        naam = route["naam"]
        cells += [cel("Begint bij", naam, kaders[identifier]) for identifier in route["startpunt"]]
        cells += [cel("Wat ervoor pleit", naam, tekst) for tekst in route["voordelen"]]
        cells += [cel("Wat de route vraagt", naam, tekst) for tekst in route["nadelen"]]
        if route.get("is_gekozen") == "true":
            cells += [samen(naam, "gekozen"), cel("In het kort", naam, route["besluitnummer"])]
    return cells


@answers("K4")
def read_lagen(bron: Bron) -> list[type_verwacht]:
    """Policy of every layer of government, with its name."""
    kaders = bron.lijst("beleidskaders")
    assert {item["laag"] for item in kaders} == set(bron.termen("overheidslaag"))
    return [samen(item["titel"], bron.term("overheidslaag", item["laag"])) for item in kaders]


@answers("K10")
def read_kaders(bron: Bron) -> list[type_verwacht]:
    """What each policy is, and where the programme connects to it."""
    return [
        samen(item["titel"], bron.term("kadersoort", item["soort"]), *item["haakjes"])
        for item in bron.lijst("beleidskaders")
    ]


@answers("K5")
def read_landelijke_doelen(bron: Bron) -> list[type_verwacht]:
    """The national goals with their version, and what the five agendas mean here."""
    agendas = bron.deel("profiel")["vertaling"]
    assert {item["transitieagenda"] for item in agendas} == set(bron.termen("transitieagenda"))
    assert len(agendas) == 5
    doelen = bron.lijst("landelijke_doelen")
    return [
        *(samen(item["doel"], item.get("jaar", "–")) for item in doelen),
        *(samen(f"Versie {item['versie']}") for item in doelen),
        *(
            samen(
                bron.term("transitieagenda", item["transitieagenda"]),
                bron.term("relevantie", item["relevantie"]),
                item["toelichting"],
            )
            for item in agendas
        ),
    ]


@answers("K6")
def read_vertaling(bron: Bron) -> list[type_verwacht]:
    """The themes here that each national agenda is translated to."""
    return [
        samen(
            bron.term("transitieagenda", item["transitieagenda"]),
            *(bron.naam("themas", thema) for thema in item["themas"]),
            *(Link(f"themas/{thema}") for thema in item["themas"]),
        )
        for item in bron.deel("profiel")["vertaling"]
    ]


@answers("K7")
def read_kenmerken(bron: Bron) -> list[type_verwacht]:
    """The features of the place, at least the five of the source."""
    kenmerken = bron.deel("profiel")["kenmerken"]
    assert len(kenmerken) >= 5
    return [samen(item["naam"], item["tekst"], *item["punten"]) for item in kenmerken]
