"""What each kind of incident means before anybody has looked at it, as one table.

`building_note` is all that the landlord reads until the district writes something better: a plain
sentence of ours, never the words of whoever reported. A category without one is no matter of the
building and stays with the district until somebody shares it.
"""

from dataclasses import dataclass

from bomiljo.access.roles import OrganisationKind
from bomiljo.features.incidents.model import Category, Severity

C = Category
COMMON_AREA_NAME = "Fellesareal"
COMMON_AREA = " Gjelder fellesareal eller uteområde."


@dataclass(frozen=True, slots=True)
class Kind:
    """`title` names a report that came without one."""

    title: str
    severity: Severity = Severity.MEDIUM
    building_note: str | None = None

    @property
    def responsible(self) -> OrganisationKind:
        if self.building_note:
            return OrganisationKind.LANDLORD
        return OrganisationKind.DISTRICT


KINDS: dict[Category, Kind] = {
    C.LEAK: Kind("Lekkasje", Severity.SERIOUS, "Vannlekkasje eller vannskade er meldt."),
    C.FIRE_SAFETY: Kind("Brannsikkerhet", Severity.SERIOUS, "Feil ved brannsikkerhet er meldt."),
    C.ELECTRICITY: Kind(
        "Strøm", Severity.SERIOUS, "Feil ved strøm eller elektrisk anlegg er meldt."
    ),
    C.HEATING: Kind("Varme", building_note="Feil ved varme eller ventilasjon er meldt."),
    C.LOCK_ACCESS: Kind("Lås eller nøkkel", building_note="Feil ved lås eller adgang er meldt."),
    C.CLEANING: Kind("Renhold", Severity.LOW, "Behov for renhold er meldt."),
    C.WASTE: Kind("Avfall", Severity.LOW, "Problem med avfall er meldt."),
    C.PESTS: Kind("Skadedyr", building_note="Skadedyr er meldt."),
    C.LAUNDRY_COMMON: Kind(
        "Vaskeri eller fellesrom", building_note="Feil i vaskeri eller fellesrom."
    ),
    C.VANDALISM: Kind("Skadeverk", building_note="Skade på bygningen er meldt."),
    C.NOISE: Kind("Støy"),
    C.SMOKE: Kind("Røyk"),
    C.CONFLICT: Kind("Konflikt"),
    C.THREAT_VIOLENCE: Kind("Trussel eller vold", Severity.SERIOUS),
    C.THEFT: Kind("Tyveri"),
    C.HEALTH_EMERGENCY: Kind("Akutt sykdom", Severity.ACUTE),
    C.CONCERN: Kind("Bekymring"),
    C.OTHER: Kind("Annet"),
}


def neutral_note(category: Category, *, in_unit: bool) -> str | None:
    """The landlord's part of a matter of the building; None for any other matter."""
    note = KINDS[category].building_note
    return note if note is None or in_unit else note + COMMON_AREA
