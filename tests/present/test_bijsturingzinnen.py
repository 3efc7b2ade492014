"""The sentence above the decisions to steer says how many there are and how many are open."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.derive.feiten.bijsturing import Bijsturingfeiten, Bijsturingsfeiten
from generator.model.bijsturing import Bijsturing
from generator.present.pages.bijsturing import tell_bijsturing

BESLUIT = Bijsturing.model_validate(
    {
        "id": "BS-01",
        "datum": "2026-03-10",
        "titel": "Anders",
        "aanleiding": "Het ging te langzaam.",
        "analyse": "Er was geen tijd.",
        "besluit": "Er komt meer tijd.",
        "niveau": "bestuurlijk",
        "maatregel": "Het team krijgt een dag.",
        "gaat_in": "2026-04",
        "terugkijken": "2026-09",
    }
)


def tell(kinds: Sequence[str]) -> str:
    """The sentence for decisions that are done, open or late."""
    items = tuple(
        Bijsturingfeiten(BESLUIT, is_open=kind != "klaar", is_te_laat=kind == "te_laat")
        for kind in kinds
    )
    waiting = tuple(item for item in items if item.is_open)
    return tell_bijsturing(Bijsturingsfeiten(items, waiting)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("kinds", "zin"),
    [
        ([], "Er is nog geen besluit genomen om bij te sturen."),
        (
            ["open"],
            "Er is 1 besluit genomen om bij te sturen. Daarop moet nog worden teruggekeken.",
        ),
        (["klaar"], "Er is 1 besluit genomen om bij te sturen. Daarop is teruggekeken."),
        (
            ["klaar", "klaar"],
            "Er zijn 2 besluiten genomen om bij te sturen. Op alle besluiten is teruggekeken.",
        ),
        (
            ["te_laat", "open", "klaar"],
            (
                "Er zijn 3 besluiten genomen om bij te sturen. Op 1 daarvan is teruggekeken, "
                "op 2 nog niet. Bij 1 besluit is de afgesproken datum voorbij."
            ),
        ),
        (
            ["te_laat", "te_laat"],
            (
                "Er zijn 2 besluiten genomen om bij te sturen. Daarop moet nog worden "
                "teruggekeken. Bij 2 besluiten is de afgesproken datum voorbij."
            ),
        ),
    ],
)
def test_sentence_counts_the_decisions(kinds: Sequence[str], zin: str) -> None:
    """The numbers follow from the decisions, and nothing is said that is not so."""
    assert tell(kinds) == zin
