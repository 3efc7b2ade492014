"""Pages: a page that only internal fields make is no page for everyone."""

from __future__ import annotations

from generator.model.basis import Editie, Zichtbaarheid
from generator.model.paden import list_paden
from generator.model.programma import Programma
from generator.narrow import narrow

PAD = "voortgang/bijdrage"


def test_page_made_of_internal_fields_is_not_public(proefdorp: Programma) -> None:
    """A public action with only expected effects, which are internal, gives no public page."""
    assert list_paden(proefdorp)[PAD] is Zichtbaarheid.PUBLIEK
    acties = tuple(
        item.model_copy(update={"gerealiseerde_effecten": ()}) for item in proefdorp.acties
    )
    changed = proefdorp.model_copy(update={"acties": acties})
    assert any(item.verwachte_effecten for item in changed.acties)
    assert list_paden(changed)[PAD] is Zichtbaarheid.INTERN
    assert PAD not in list_paden(narrow(changed, Editie.PUBLIEK))
