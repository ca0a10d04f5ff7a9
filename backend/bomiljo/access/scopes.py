"""Which rows a role reaches; `enter()` in the database turns this into the lists the policies read.

`residents`: every resident of the district, or the actor's own cases only (active helper).
`leases`: every tenancy of the district; whoever has cases sees theirs anyway.
`sharing`: incidents carry 0 (district only), 1 (landlord too), 2 (Nav too) or 3 (both).
`audiences`: timeline entries and pictures. `categories`: sensitive tables. `logs`: tables whose
change log the role may read.
`categories` also holds the areas of milestones and the tables one sits at in meetings (`circle`);
`meetings_invited`: and any other where one is a participant oneself.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from bomiljo.access.roles import Audience, Role

R = Role
_ALL_LOGS = (
    "account_invitations",
    "activation_codes",
    "activities",
    "activity_attendance",
    "activity_signups",
    "agenda_items",
    "calendar_feeds",
    "contact_hours",
    "checklist_lines",
    "checklists",
    "contact_points",
    "contacts",
    "credentials",
    "crew_assignments",
    "crew_hands",
    "crew_hours",
    "crew_members",
    "crew_weeks",
    "cultural_day_choices",
    "delivery_windows",
    "districts",
    "furnishing_package_lines",
    "furnishing_packages",
    "furnishing_stock",
    "furniture_order_lines",
    "furniture_orders",
    "helpers",
    "household_changes",
    "household_members",
    "households",
    "identifiers",
    "information_given",
    "incident_entries",
    "incident_measures",
    "incident_parties",
    "incident_pictures",
    "imdi_checks",
    "incidents",
    "inspection_findings",
    "inspection_pictures",
    "inspections",
    "lease_events",
    "meeting_actions",
    "meeting_decisions",
    "meeting_minutes",
    "meeting_participants",
    "meeting_series",
    "meetings",
    "memberships",
    "milestone_steps",
    "milestones",
    "move_in_days",
    "explained_clauses",
    "move_in_steps",
    "on_call_contacts",
    "neighbour_busy_hours",
    "open_questions",
    "organisations",
    "outer_channels",
    "placement_alternatives",
    "placement_helpers",
    "placement_settings",
    "protection_decisions",
    "protection_guardians",
    "resident_languages",
    "residents",
    "responsibilities",
    "sessions",
    "settlement_requests",
    "site_neighbours",
    "sites",
    "support_statuses",
    "tenancies",
    "topics",
    "unit_uses",
    "units",
    "users",
)
_BUILDING_LOGS = ("units", "unit_uses")
_WITH_NAV = ("meetings_district_nav", "meetings_landlord_nav", "meetings_team_nav")
_TEAM_TABLE = ("meetings_team", "meetings_team_nav", "meetings_invited")
_LANDLORD_TABLE = ("meetings_landlord", "meetings_landlord_nav")
_NAV_TABLES = (*_WITH_NAV, "meetings_invited")
_HOUSE_STEPS = ("milestones_address", "milestones_practical")
_OFFICE_STEPS = ("milestones_address", "milestones_support")
_ALL_STEPS = (
    *_HOUSE_STEPS,
    "milestones_health",
    "milestones_support",
    "milestones_programme",
)
_TABLES = (*_NAV_TABLES, "meetings_district", "meetings_landlord", "meetings_team")


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
    categories=_TEAM_TABLE,
    logs=_BUILDING_LOGS,
)
_PRACTICE = replace(_DISTRICT, residents="district", leases=True, categories=("parties", *_TABLES))
_NAV = Scope(
    residents="cases",
    sharing=(2, 3),
    audiences=("partners", "reporter"),
    categories=_NAV_TABLES,
    logs=_BUILDING_LOGS,
)
_LANDLORD = Scope(
    leases=True,
    sharing=(1, 3),
    audiences=("partners",),
    categories=_LANDLORD_TABLE,
    logs=_BUILDING_LOGS,
)

SCOPES: dict[Role, Scope] = {
    R.ENV_WORKER: replace(
        _PRACTICE,
        categories=(
            *_PRACTICE.categories,
            "composition",
            "participants",
            "handover",
            "support",
            *_HOUSE_STEPS,
        ),
    ),
    R.HOUSING_OFFICE: replace(
        _PRACTICE,
        categories=(
            *_PRACTICE.categories,
            "identifiers",
            "protection",
            "placement",
            "composition",
            "handover",
            "support",
            *_OFFICE_STEPS,
            "crew",
        ),
    ),
    R.HEALTH: replace(
        _DISTRICT,
        sharing=(),
        audiences=(),
        categories=(*_DISTRICT.categories, "care", "health_steps"),
    ),
    R.MENTAL_HEALTH: replace(_DISTRICT, categories=(*_DISTRICT.categories, "care")),
    R.CULTURE: replace(
        _DISTRICT, sharing=(), audiences=(), categories=(*_TEAM_TABLE, "participants")
    ),
    R.MANAGER: replace(
        _PRACTICE,
        categories=(
            *_PRACTICE.categories,
            "protection",
            "outbox",
            "placement",
            "composition",
            "handover",
            "support",
            *_ALL_STEPS,
            "crew",
        ),
        logs=_ALL_LOGS,
    ),
    R.SETTLER: replace(
        _NAV,
        categories=(
            "identifiers",
            "placement",
            "composition",
            "permits",
            "care",
            *_NAV_TABLES,
            "handover",
            "support",
            *_ALL_STEPS,
        ),
    ),
    R.NAV_ADVISOR: replace(
        _NAV, categories=("identifiers", *_NAV_TABLES, "handover", "support", *_ALL_STEPS)
    ),
    R.INTRO_ADVISOR: replace(
        _NAV, categories=("identifiers", *_NAV_TABLES, "handover", "support", *_ALL_STEPS)
    ),
    R.HOUSING_PROCURER: Scope(categories=_NAV_TABLES),
    R.PROPERTY_MANAGER: _LANDLORD,
    R.OPERATIONS: _LANDLORD,
    R.CREW_LEADER: Scope(categories=("crew",)),
    R.CREW: Scope(),
    R.DPO: Scope(categories=("disclosures",), logs=_ALL_LOGS),
    R.ADMIN: Scope(categories=("accounts", "outbox")),
    R.RESIDENT: Scope(residents="self", audiences=("reporter",)),
    R.INTEGRATION: Scope(),
}

SHARING_OF: dict[Audience, int] = {Audience.DISTRICT: 0, Audience.LANDLORD: 1, Audience.NAV: 2}


def as_rows() -> list[dict[str, Any]]:
    """The scopes as `role_scopes` keeps them; every migration writes them anew."""
    return [
        {"role": role.value} | {name: _listed(value) for name, value in asdict(scope).items()}
        for role, scope in SCOPES.items()
    ]


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def sees_own_cases_only(role: Role) -> bool:
    return SCOPES[role].residents == "cases"
