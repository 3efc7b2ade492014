"""Behaviour: what the challenge saved, and which barriers are left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.datums import Periode
from generator.model.draagvlak import Belemmering, Challenge, Opdracht


@dataclass(frozen=True, slots=True)
class Opdrachtfeiten:
    """An assignment and what it saved by the participants' own account, all times together.

    `co2_kg` and `afval_kg` are None where the old or the new number per time is not known.
    """

    opdracht: Opdracht
    co2_kg: Decimal | None
    afval_kg: Decimal | None


@dataclass(frozen=True, slots=True)
class Challengefeiten:
    """The challenge: totals of the assignments that are shown, not calculated to a year.

    Attributes:
        co2_kg: None when no assignment shown has a number; likewise `afval_kg`.
        bereikt_pct: participants as a percentage of who could take part; None when not stated.
    """

    challenge: Challenge
    opdrachten: tuple[Opdrachtfeiten, ...]
    co2_kg: Decimal | None
    afval_kg: Decimal | None
    bereikt_pct: Decimal | None


class Aanpak(StrEnum):
    """How far a barrier is: computed, never typed."""

    OPGELOST = "opgelost"
    IN_AANPAK = "in_aanpak"
    OP_TE_PAKKEN = "op_te_pakken"


@dataclass(frozen=True, slots=True)
class Belemmeringfeiten:
    """A barrier at peildatum; `aanpak` knows only the actions of this edition."""

    belemmering: Belemmering
    aanpak: Aanpak

    @property
    def tekst(self) -> str:
        """What employees say, or the neutral words where those are all there is."""
        return self.belemmering.tekst or self.belemmering.tekst_publiek or self.belemmering.id


@dataclass(frozen=True, slots=True)
class Soortregel:
    """How often barriers of one kind were mentioned.

    Attributes:
        id: the term; empty for barriers whose kind nobody filled in.
        belemmeringen: how many barriers are of this kind.
        meldingen: their mentions together, of the barriers whose number may be shown.
    """

    id: str
    naam: str
    kleur: int | None
    belemmeringen: int
    meldingen: int


@dataclass(frozen=True, slots=True)
class Soorttelling:
    """Mentions by kind: the lines in the order of the vocabulary; they add up to `meldingen`.

    `ongeteld` is how many barriers have no number that may be shown; theirs do not count.
    """

    regels: tuple[Soortregel, ...]
    meldingen: int
    ongeteld: int


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """A neutral text about one theme, for everyone; equal texts are one.

    `acties` are those of this edition that were not stopped; `opgelost_op` is filled when all that
    the text stands for is solved.
    """

    tekst: str
    acties: tuple[str, ...]
    opgelost_op: Periode | None


@dataclass(frozen=True, slots=True)
class Belemmeringsfeiten:
    """The barriers of an edition.

    Attributes:
        belemmeringen: by theme in the order of the themes, then as in the file.
        nog_op_te_pakken: those that no action addresses, by their words.
        uitspraken: for the public edition: by theme, alphabetical, without anything to count.
    """

    belemmeringen: tuple[Belemmeringfeiten, ...]
    nog_op_te_pakken: tuple[Belemmeringfeiten, ...]
    per_praktisch: Soorttelling
    per_comb: Soorttelling
    uitspraken: tuple[tuple[str, tuple[Uitspraak, ...]], ...]
