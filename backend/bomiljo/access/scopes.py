"""Which rows a role reaches; `enter()` in the database turns this into the lists the policies read.

`residents`: every resident of the district, or the actor's own cases only (active helper).
`leases`: every tenancy of the district; whoever has cases sees theirs anyway.
`sharing`: incidents carry 0 (district only), 1 (landlord too), 2 (Nav too) or 3 (both).
`audiences`: timeline entries and pictures. `categories`: sensitive tables. `logs`: tables whose
change log the role may read.
"""

import json
from dataclasses import asdict, dataclass, replace

from bomiljo.access.roles import Audience, Role

R = Role
_ALL_LOGS = (
    "activation_codes",
    "contact_points",
    "credentials",
    "districts",
    "helpers",
    "household_members",
    "households",
    "identifiers",
    "incident_entries",
    "incident_measures",
    "incident_parties",
    "incident_pictures",
    "imdi_checks",
    "incidents",
    "memberships",
    "on_call_contacts",
    "organisations",
    "placement_alternatives",
    "placement_settings",
    "protection_decisions",
    "protection_guardians",
    "resident_languages",
    "residents",
    "sessions",
    "settlement_requests",
    "site_neighbours",
    "sites",
    "tenancies",
    "unit_uses",
    "units",
    "users",
)
_BUILDING_LOGS = ("units", "unit_uses")


@dataclass(frozen=True, slots=True)
class Scope:
    residents: str = "none"
    leases: bool = False
    sharing: tuple[int, ...] = ()
    audiences: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    logs: tuple[str, ...] = ()


_DISTRICT = Scope(
    sharing=(0, 1, 2, 3),
    audiences=("internal", "partners", "reporter"),
    logs=_BUILDING_LOGS,
)
_PRACTICE = replace(_DISTRICT, residents="district", leases=True, categories=("parties",))
_NAV = Scope(
    residents="cases",
    sharing=(2, 3),
    audiences=("partners", "reporter"),
    logs=_BUILDING_LOGS,
)
_LANDLORD = Scope(leases=True, sharing=(1, 3), audiences=("partners",), logs=_BUILDING_LOGS)

SCOPES: dict[Role, Scope] = {
    R.ENV_WORKER: _PRACTICE,
    R.HOUSING_OFFICE: replace(
        _PRACTICE, categories=("parties", "identifiers", "protection", "placement")
    ),
    R.HEALTH: replace(_DISTRICT, sharing=(), audiences=(), categories=("care",)),
    R.MENTAL_HEALTH: replace(_DISTRICT, categories=("care",)),
    R.CULTURE: replace(_DISTRICT, sharing=(), audiences=()),
    R.MANAGER: replace(
        _PRACTICE, categories=("parties", "protection", "placement"), logs=_ALL_LOGS
    ),
    R.SETTLER: replace(_NAV, categories=("identifiers", "placement", "permits", "care")),
    R.NAV_ADVISOR: replace(_NAV, categories=("identifiers",)),
    R.INTRO_ADVISOR: replace(_NAV, categories=("identifiers",)),
    R.HOUSING_PROCURER: Scope(),
    R.PROPERTY_MANAGER: _LANDLORD,
    R.OPERATIONS: _LANDLORD,
    R.CREW_LEADER: Scope(),
    R.CREW: Scope(),
    R.DPO: Scope(categories=("disclosures",), logs=_ALL_LOGS),
    R.ADMIN: Scope(),
    R.RESIDENT: Scope(residents="self", audiences=("reporter",)),
    R.INTEGRATION: Scope(),
}

SHARING_OF: dict[Audience, int] = {Audience.DISTRICT: 0, Audience.LANDLORD: 1, Audience.NAV: 2}


def as_parameter() -> str:
    """The scopes as the JSON that `enter()` takes."""
    return json.dumps({role: asdict(scope) for role, scope in SCOPES.items()})


def sees_own_cases_only(role: Role) -> bool:
    return SCOPES[role].residents == "cases"
