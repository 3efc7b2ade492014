"""Check: rules about what the data mean; each finds one kind of mistake and reports it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.check import (
    acties,
    ambitie,
    draagvlak,
    ids,
    indicatoren,
    kansen,
    paginas,
    peilingen,
    programma,
    proza,
    stromen,
    teksten,
    vaststelling,
    verwijzingen,
    werk,
    woordenlijsten,
)
from generator.check.dossier import Dossier
from generator.findings import Finding

RULES: tuple[Callable[[Dossier], Iterator[Finding]], ...] = (
    ids.find_id_dubbel,
    ids.find_onderdeel_dubbel,
    ids.find_id_ongeldig,
    vaststelling.find_stand_dubbel,
    vaststelling.find_stand_zonder_reden,
    verwijzingen.find_verwijzing_onbekend,
    verwijzingen.find_verwijzing_intern,
    woordenlijsten.find_klasse_ontbreekt,
    programma.find_periode_omgekeerd,
    acties.find_eind_voor_start,
    acties.find_afhankelijk_van_zichzelf,
    acties.find_eigenaar_ontbreekt,
    acties.find_reden_ontbreekt,
    acties.find_mijlpaal_buiten_looptijd,
    indicatoren.find_meting_dubbel,
    indicatoren.find_reekswaarde_dubbel,
    indicatoren.find_streefwaarde_dubbel,
    indicatoren.find_meting_vreemd,
    indicatoren.find_nulmeting_ontbreekt,
    indicatoren.find_nulmeting_tegenstrijdig,
    indicatoren.find_eenheid_verschilt,
    ambitie.find_doelenboom_kring,
    ambitie.find_tussendoel_ontbreekt,
    kansen.find_kans_zonder_thema,
    kansen.find_kans_zonder_actie,
    kansen.find_type_zonder_actie,
    draagvlak.find_cel_onduidelijk,
    draagvlak.find_belemmering_zonder_tekst,
    draagvlak.find_belemmering_zonder_actie,
    draagvlak.find_tekst_publiek_ontbreekt,
    draagvlak.find_toestemming_ontbreekt,
    stromen.find_rij_dubbel,
    stromen.find_balans_ongelijk,
    stromen.find_kengetal_ontbreekt,
    stromen.find_kengetal_dubbel,
    peilingen.find_groep_gekruist,
    peilingen.find_groep_niet_toegestaan,
    peilingen.find_groep_te_klein,
    peilingen.find_peiling_telt_niet_op,
    peilingen.find_groep_dubbel,
    peilingen.find_stelling_onbekend,
    paginas.find_pagina_onbekend,
    proza.find_figuur_onbekend,
    proza.find_figuur_intern,
    proza.find_hoofdstuk_onbekend,
    proza.find_pad_ongeldig,
    proza.find_link_onjuist,
    werk.find_volgorde_r,
    teksten.find_placeholder,
)


def check_programma(dossier: Dossier) -> tuple[Finding, ...]:
    """All findings of all rules, in the order of the rules."""
    return tuple(finding for rule in RULES for finding in rule(dossier))
