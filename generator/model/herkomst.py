"""Provenance: where a number comes from, inherited from the record or file that holds it."""

from __future__ import annotations

from typing import Annotated

from generator.model.basis import PUBLIEK, KeuzeHerkomst, KeuzeKwaliteit, Model, Verwijzing
from generator.model.datums import Moment
from generator.model.waarden import Sleutel


class Herkomstvelden(Model):
    """The four provenance fields; an empty one takes the value of the record around it."""

    bron: Annotated[Sleutel | None, Verwijzing("bron", onmisbaar=True), PUBLIEK] = None
    """Waar het getal vandaan komt: een id uit bronnen.yaml."""
    peildatum: Annotated[Moment | None, PUBLIEK] = None
    """Op welk moment het getal gold."""
    herkomst: Annotated[KeuzeHerkomst | None, PUBLIEK] = None
    """Hoe het getal tot stand kwam: bron, berekend, schatting of illustratief."""
    kwaliteit: Annotated[KeuzeKwaliteit | None, PUBLIEK] = None
    """Hoe goed het getal is: A gemeten, B berekend, C geschat, D inschatting."""


def inherit(own: Herkomstvelden, *around: Herkomstvelden) -> Herkomstvelden:
    """The provenance of `own`, each empty field filled from the nearest record around it."""
    values = {}
    for name in Herkomstvelden.model_fields:
        found = (getattr(record, name) for record in (own, *around))
        values[name] = next((value for value in found if value is not None), None)
    return Herkomstvelden.model_construct(**values)
