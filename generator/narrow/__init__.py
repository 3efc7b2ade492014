"""Narrow: the programme as one edition may know it; nothing later sees the rest."""

from __future__ import annotations

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.narrow.editie import narrow_to_public
from generator.narrow.groepen import hide_small_groups
from generator.narrow.toestemming import drop_without_consent


def narrow(programma: Programma, editie: Editie) -> Programma:
    """The programme without what `editie` may not know.

    In no edition: groups too small to show, and what somebody did not agree to. In `publiek` also
    nothing that is not marked public.
    """
    shown = drop_without_consent(hide_small_groups(programma))
    return shown if editie is Editie.INTERN else narrow_to_public(shown)
