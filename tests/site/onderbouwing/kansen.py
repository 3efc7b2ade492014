"""What must stand on the pages about opportunities, and about what fits."""

from __future__ import annotations

from collections import Counter

from tests.site.onderbouwing.bron import Bron, dutch, number
from tests.site.onderbouwing.pagina import cel, onder, samen, type_verwacht
from tests.site.onderbouwing.register import answers, is_true, link_acties


@answers("S19")
def read_soorten_winst(bron: Bron) -> list[type_verwacht]:
    """Of each opportunity whether it gains for the environment or for awareness."""
    kansen = bron.lijst("kansen")
    assert {item["soort"] for item in kansen} == set(bron.termen("soort_winst"))
    return [
        samen(item["id"], item["titel"], bron.term("soort_winst", item["soort"])) for item in kansen
    ]


@answers("K17")
def read_kansen(bron: Bron) -> list[type_verwacht]:
    """Each opportunity with its impact and the actions that came of it."""
    return [
        samen(item["id"], item["titel"], f"{item['impactscore']} van 5", *link_acties(item))
        for item in bron.lijst("kansen")
    ]


@answers("K18")
def read_herkomst(bron: Bron) -> list[type_verwacht]:
    """How many opportunities came from each place, and who of which level brought them."""
    kansen = bron.lijst("kansen")
    counts = Counter(item["bron_idee"] for item in kansen)
    per_niveau = Counter((item["bron_idee"], item["niveau"]) for item in kansen)
    return [
        *(
            cel(bron.term("bron_idee", idee), "Aantal kansen", str(count))
            for idee, count in counts.items()
        ),
        *(
            cel(bron.term("bron_idee", idee), bron.term("niveau", niveau), str(count))
            for (idee, niveau), count in per_niveau.items()
        ),
    ]


@answers("S20")
def read_vier_vragen(bron: Bron) -> list[type_verwacht]:
    """Under each of the four questions a number or name from the data."""
    minimaal = bron.lijst("kansen", is_true("is_minimaal_pakket"))
    rows = [row for row in bron.csv("draagvlak") if row["kans"] and row["meetmoment"] == "na"]
    most = max(rows, key=lambda row: number(row["score"]))
    return [
        *(onder("1.", item["naam"]) for item in bron.lijst("themas", lambda x: "ambitie" in x)),
        onder("2.", most["kans"], dutch(number(most["score"]), 1)),
        *(onder("3.", item["naam"]) for item in bron.lijst("themas")[0]["deelonderwerpen"]),
        onder("4.", minimaal[0]["titel"]),
    ]
