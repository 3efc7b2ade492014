"""What derive hands to present: facts that follow from the programme, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.derive.feiten.agenda import Agendafeiten
from generator.derive.feiten.ambitie import Ambitiefeiten
from generator.derive.feiten.bijdrage import Bijdragefeiten
from generator.derive.feiten.bijsturing import Bijsturingsfeiten
from generator.derive.feiten.gedrag import Belemmeringsfeiten, Challengefeiten
from generator.derive.feiten.inkoop import Inkoopfeiten
from generator.derive.feiten.integratie import Integratiefeiten, Opgavenfeiten
from generator.derive.feiten.kansen import Kansfeiten
from generator.derive.feiten.koers import GEEN_KOERS, Koersfeiten
from generator.derive.feiten.kosten import Kostenfeiten
from generator.derive.feiten.peilingen import Bewustzijnsfeiten, Draagvlakfeiten
from generator.derive.feiten.spreiding import Spreidingsfeiten
from generator.derive.feiten.stromen import Stroomfeiten
from generator.derive.feiten.uitvoering import Uitvoeringsfeiten
from generator.derive.feiten.werk import Werkfeiten
from generator.model.acties import Actie, Mijlpaal
from generator.model.basis import Editie, Klasse, Voortgang
from generator.model.datums import Periode
from generator.model.herkomst import Herkomstvelden
from generator.model.indicatoren import Indicator, Reeks, Streefwaarde
from generator.model.programma import Programma
from generator.model.regels.voortgang import GEEN_LICHT, Licht
from generator.model.regels.zelftellingen import Zelfstand


@dataclass(frozen=True, slots=True)
class Publicatie:
    """One published value of a point: what was said, and when (None = not stated)."""

    waarde: Decimal | None
    publicatie: Periode | None


@dataclass(frozen=True, slots=True)
class Punt:
    """One year of a series, as last published; `eerder` holds what was published before it."""

    jaar: int
    waarde: Decimal | None
    voorlopig: bool
    definitie_versie: str | None
    publicatie: Periode | None
    reden: str | None
    herkomst: Herkomstvelden
    eerder: tuple[Publicatie, ...]


@dataclass(frozen=True, slots=True)
class Reeksfeiten:
    """A series at peildatum: its points by year, and the newest point with a value.

    `versienamen` are the names of the versions of its definition, by key.
    """

    id: str
    naam: str
    eenheid: str
    decimalen: int
    punten: tuple[Punt, ...]
    laatste: Punt | None
    reeks: Reeks | None = None
    versienamen: Mapping[str, str] = field(default_factory=dict)

    @property
    def ontbreekt(self) -> Punt | None:
        """The newest year, where it has no value yet; None where it has."""
        newest = self.punten[-1] if self.punten else None
        is_newer = newest is not None and (self.laatste is None or newest.jaar > self.laatste.jaar)
        return newest if is_newer else None

    @property
    def definities(self) -> tuple[str | None, ...]:
        """The versions of the definition, in the order of the years."""
        return tuple(dict.fromkeys(punt.definitie_versie for punt in self.punten))


@dataclass(frozen=True, slots=True)
class Indicatorfeiten:
    """An indicator at peildatum: its series, its path, and how far it is from where it began.

    Attributes:
        pad: corners of the target path, (year, value) ascending; empty without one.
        doel: the first target that is not past, else the last one.
        einddoel: the last target, where it lies behind `doel`.
        is_doel_voorbij: whether the year of `doel` has passed.
        op_pad: what the path asks for, by year: at its corners and where something was measured.
        verschil: latest value minus baseline, in the unit; None when their definitions differ.
    """

    indicator: Indicator
    reeks: Reeksfeiten
    referenties: tuple[Reeksfeiten, ...]
    pad: tuple[tuple[int, Decimal], ...]
    doel: Streefwaarde | None
    einddoel: Streefwaarde | None
    is_doel_voorbij: bool
    op_pad: Mapping[int, Decimal]
    verschil: Decimal | None
    koers: Koersfeiten = GEEN_KOERS


@dataclass(frozen=True, slots=True)
class Telregel:
    """One line of a count: the term or record that was counted, and how often."""

    id: str
    naam: str
    kleur: int | None
    aantal: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A count of actions; the lines are in the order of their list and add up to `totaal`.

    Actions for which nothing was filled in have a last line of their own, with an empty id.
    """

    naam: str
    regels: tuple[Telregel, ...]
    totaal: int


@dataclass(frozen=True, slots=True)
class Mijlpaalfeiten:
    """A milestone at peildatum.

    Attributes:
        behaald: when it was reached, seen from peildatum.
        is_voorbij: its date has passed, a fact.
        is_te_laat: it was not reached by then, a verdict (intern only).
    """

    mijlpaal: Mijlpaal
    behaald: Periode | None
    is_voorbij: bool
    is_te_laat: bool


@dataclass(frozen=True, slots=True)
class Actiefeiten:
    """An action at peildatum.

    Attributes:
        is_te_laat: its end has passed while its status is open or actief.
        mijlpalen: its milestones, in the order of the file.
        volgende: the nearest milestone that is still to come.
        licht: what the rules and the verdict by hand say; nothing in the public edition.
        voortgang: the light as it is shown: that of `licht`, for everyone that of the report.
        toelichting: what the report says about it (public only).
        vraagt_besluit: whether that light asks for a decision.
    """

    actie: Actie
    klasse: Klasse | None
    is_te_laat: bool
    mijlpalen: tuple[Mijlpaalfeiten, ...]
    volgende: Mijlpaal | None
    licht: Licht = GEEN_LICHT
    voortgang: Voortgang | None = None
    toelichting: str | None = None
    vraagt_besluit: bool = False

    @property
    def heeft_late_mijlpaal(self) -> bool:
        """Whether any milestone is late."""
        return any(item.is_te_laat for item in self.mijlpalen)


@dataclass(frozen=True, slots=True)
class Feiten:
    """Everything that one edition shows at one peildatum; a part that is absent is None.

    In the public edition `peildatum` is the day of the adopted stand, where there is one.
    """

    programma: Programma
    editie: Editie
    peildatum: date
    acties: Mapping[str, Actiefeiten]
    indicatoren: Mapping[str, Indicatorfeiten]
    reeksen: Mapping[str, Reeksfeiten]
    tellingen: Mapping[str, Telling]
    uren_per_team: Mapping[str, int]
    werk: Werkfeiten
    uitvoering: Uitvoeringsfeiten
    bijsturing: Bijsturingsfeiten
    bijdrage: Mapping[str, Bijdragefeiten] = field(default_factory=dict)
    zelftellingen: Mapping[str, Zelfstand] = field(default_factory=dict)
    agenda: Agendafeiten | None = None
    kosten: Kostenfeiten | None = None
    spreiding: Spreidingsfeiten | None = None
    stromen: Stroomfeiten | None = None
    inkoop: Inkoopfeiten | None = None
    bewustzijn: Bewustzijnsfeiten | None = None
    draagvlak: Draagvlakfeiten | None = None
    kansen: Kansfeiten | None = None
    ambitie: Ambitiefeiten | None = None
    integratie: Integratiefeiten | None = None
    opgaven: Opgavenfeiten | None = None
    challenge: Challengefeiten | None = None
    belemmeringen: Belemmeringsfeiten | None = None
