"""Who may do what. This file is the whole answer; nothing else in the house compares roles.

Names are `resource:action`; an action is a duty, not an HTTP verb. Source of the table: the role
and data-category matrix in docs/privacy.md.
"""

from enum import StrEnum

from bomiljo.access.roles import AUDIENCES, Audience, Role


class Permission(StrEnum):
    SESSION_OWN = "session:own"
    ACCOUNTS_READ = "accounts:read"
    ACCOUNTS_WRITE = "accounts:write"
    SITES_READ = "sites:read"
    UNITS_READ = "units:read"
    UNITS_WRITE = "units:write"
    RESIDENTS_READ = "residents:read"
    RESIDENTS_WRITE = "residents:write"
    HELPERS_WRITE = "helpers:write"
    HOUSEHOLDS_DECIDE = "households:decide"
    IDENTIFIERS_READ = "identifiers:read"
    IDENTIFIERS_WRITE = "identifiers:write"
    PROTECTION_WRITE = "protection:write"
    TENANCIES_READ = "tenancies:read"
    TENANCIES_WRITE = "tenancies:write"
    ACTIVATION_ISSUE = "activation:issue"
    INCIDENTS_READ = "incidents:read"
    INCIDENTS_REPORT = "incidents:report"
    INCIDENTS_HANDLE = "incidents:handle"
    INCIDENTS_EDIT = "incidents:edit"
    PARTIES_READ = "parties:read"
    PARTIES_WRITE = "parties:write"
    ACTIVITIES_READ = "activities:read"
    ACTIVITIES_WRITE = "activities:write"
    PARTICIPANTS_READ = "participants:read"
    PARTICIPANTS_WRITE = "participants:write"
    MEETINGS_READ = "meetings:read"
    MEETINGS_WRITE = "meetings:write"
    ACTIONS_WRITE = "actions:write"
    MILESTONES_READ = "milestones:read"
    MILESTONES_WRITE = "milestones:write"
    HEALTH_STEPS_READ = "health_steps:read"
    HEALTH_STEPS_WRITE = "health_steps:write"
    WAITING_TIMES_READ = "waiting_times:read"
    FURNISHING_READ = "furnishing:read"
    FURNISHING_TICK = "furnishing:tick"
    FURNISHING_WRITE = "furnishing:write"
    SUPPORT_READ = "support:read"
    SUPPORT_WRITE = "support:write"
    HANDOVER_READ = "handover:read"
    HANDOVER_WRITE = "handover:write"
    SAME_DAY_READ = "same_day:read"
    INSPECTIONS_READ = "inspections:read"
    INSPECTIONS_WRITE = "inspections:write"
    PLACEMENT_READ = "placement:read"
    PLACEMENT_WRITE = "placement:write"
    COMPOSITION_READ = "composition:read"
    PERMITS_READ = "permits:read"
    CARE_READ = "care:read"
    CARE_WRITE = "care:write"
    NOTIFICATIONS_OWN = "notifications:own"
    OUTBOX_READ = "outbox:read"
    CALENDAR_READ = "calendar:read"
    CALENDAR_WRITE = "calendar:write"
    FEEDS_OWN = "feeds:own"
    TODAY_READ = "today:read"
    SEARCH_USE = "search:use"
    COLLEAGUES_READ = "colleagues:read"
    CHANGES_READ = "changes:read"
    DISCLOSURES_READ = "disclosures:read"
    CONTACTS_READ = "contacts:read"
    CONTACTS_WRITE = "contacts:write"
    RESPONSIBILITIES_WRITE = "responsibilities:write"
    PORTAL_USE = "portal:use"
    CREW_READ = "crew:read"
    CREW_PLAN = "crew:plan"
    CREW_OWN_DAY = "crew:own_day"
    CREW_HOURS = "crew:hours"
    CREW_SIGN = "crew:sign"
    CREW_ATTEST = "crew:attest"


P = Permission
R = Role

_EVERYONE = frozenset({P.SESSION_OWN})
_STAFF = _EVERYONE | {
    P.SITES_READ,
    P.NOTIFICATIONS_OWN,
    P.CALENDAR_READ,
    P.FEEDS_OWN,
    P.TODAY_READ,
    P.SEARCH_USE,
    P.COLLEAGUES_READ,
    P.CONTACTS_READ,
}
_PEOPLE = frozenset({P.RESIDENTS_READ, P.TENANCIES_READ})
_INCIDENTS = frozenset({P.INCIDENTS_READ, P.INCIDENTS_REPORT})
_CONTACTS = frozenset({P.CONTACTS_WRITE, P.RESPONSIBILITIES_WRITE})
_SETTLING = frozenset({P.RESIDENTS_WRITE, P.HELPERS_WRITE, P.IDENTIFIERS_READ, P.IDENTIFIERS_WRITE})
_INSPECTING = frozenset({P.INSPECTIONS_READ, P.INSPECTIONS_WRITE})
_WELCOMING = _INSPECTING | {P.HANDOVER_READ, P.HANDOVER_WRITE}
_PLACING = frozenset({P.PLACEMENT_READ, P.PLACEMENT_WRITE, P.COMPOSITION_READ})
_CARE = frozenset({P.CARE_READ, P.CARE_WRITE})
_HANDLING = _INCIDENTS | {
    P.INCIDENTS_HANDLE,
    P.INCIDENTS_EDIT,
    P.PARTIES_READ,
    P.PARTIES_WRITE,
}
_PARTICIPANTS = frozenset({P.ACTIVITIES_READ, P.PARTICIPANTS_READ})
_ACTIVITIES = _PARTICIPANTS | {P.ACTIVITIES_WRITE, P.PARTICIPANTS_WRITE, P.CALENDAR_WRITE}
_TICKING = frozenset({P.FURNISHING_READ, P.FURNISHING_TICK})
_FURNISHING = _TICKING | {P.FURNISHING_WRITE}
_SUPPORT = frozenset({P.SUPPORT_READ, P.SUPPORT_WRITE})
_BUILDING = (
    _STAFF
    | _INCIDENTS
    | {P.UNITS_READ, P.UNITS_WRITE, P.TENANCIES_READ, P.INCIDENTS_HANDLE, P.FURNISHING_READ}
)
_MILESTONES = frozenset({P.MILESTONES_READ, P.MILESTONES_WRITE, P.WAITING_TIMES_READ})
_MEETING = frozenset({P.MEETINGS_READ, P.ACTIONS_WRITE})
_LEADING = _MEETING | {P.MEETINGS_WRITE}
_CREW = frozenset({P.CREW_READ, P.CREW_OWN_DAY, P.CREW_HOURS})
_CREW_WEEKS = frozenset({P.CREW_READ, P.CREW_PLAN, P.CREW_HOURS, P.CREW_ATTEST})

GRANTS: dict[Role, frozenset[Permission]] = {
    R.ENV_WORKER: _STAFF
    | _LEADING
    | _PEOPLE
    | _HANDLING
    | _ACTIVITIES
    | _CONTACTS
    | _FURNISHING
    | _WELCOMING
    | _MILESTONES
    | _SUPPORT
    | {P.UNITS_READ, P.UNITS_WRITE, P.RESIDENTS_WRITE, P.HELPERS_WRITE, P.ACTIVATION_ISSUE}
    | {P.SAME_DAY_READ, P.COMPOSITION_READ},
    R.HOUSING_OFFICE: _STAFF
    | _LEADING
    | _PEOPLE
    | _HANDLING
    | _CONTACTS
    | _SETTLING
    | _PLACING
    | _FURNISHING
    | _WELCOMING
    | _MILESTONES
    | _SUPPORT
    | {P.UNITS_READ, P.UNITS_WRITE, P.TENANCIES_WRITE, P.ACTIVATION_ISSUE, P.PROTECTION_WRITE}
    | _CREW_WEEKS
    | {P.SAME_DAY_READ, P.HOUSEHOLDS_DECIDE, P.CREW_SIGN},
    R.HEALTH: _STAFF
    | _MEETING
    | _CARE
    | {P.UNITS_READ, P.INCIDENTS_REPORT, P.HEALTH_STEPS_READ, P.HEALTH_STEPS_WRITE},
    R.MENTAL_HEALTH: _STAFF | _MEETING | _CARE | {P.UNITS_READ} | _INCIDENTS,
    R.CULTURE: _STAFF | _MEETING | _ACTIVITIES | {P.UNITS_READ, P.INCIDENTS_REPORT},
    R.MANAGER: _STAFF
    | _LEADING
    | _PEOPLE
    | _HANDLING
    | _CONTACTS
    | _CREW_WEEKS
    | {P.UNITS_READ, P.PROTECTION_WRITE, P.CHANGES_READ, P.ACTIVITIES_READ, P.OUTBOX_READ}
    | {P.CALENDAR_WRITE, P.FURNISHING_READ, P.FURNISHING_WRITE, P.PLACEMENT_READ}
    | {
        P.COMPOSITION_READ,
        P.WAITING_TIMES_READ,
        P.HANDOVER_READ,
        P.INSPECTIONS_READ,
        P.SAME_DAY_READ,
        P.SUPPORT_READ,
    },
    R.SETTLER: _STAFF
    | _LEADING
    | _PEOPLE
    | _INCIDENTS
    | _SETTLING
    | _PARTICIPANTS
    | _TICKING
    | _PLACING
    | _CARE
    | _WELCOMING
    | _MILESTONES
    | _SUPPORT
    | {P.UNITS_READ, P.TENANCIES_WRITE, P.ACTIVATION_ISSUE, P.CONTACTS_WRITE, P.PERMITS_READ},
    R.NAV_ADVISOR: _STAFF
    | _LEADING
    | _PEOPLE
    | _INCIDENTS
    | _PARTICIPANTS
    | _MILESTONES
    | _SUPPORT
    | {P.UNITS_READ, P.IDENTIFIERS_READ, P.HANDOVER_READ, P.INSPECTIONS_READ},
    R.INTRO_ADVISOR: _STAFF
    | _LEADING
    | _PEOPLE
    | _INCIDENTS
    | _PARTICIPANTS
    | _MILESTONES
    | _SUPPORT
    | {P.UNITS_READ, P.IDENTIFIERS_READ, P.HANDOVER_READ, P.INSPECTIONS_READ},
    R.HOUSING_PROCURER: _STAFF | _MEETING | {P.UNITS_READ},
    R.PROPERTY_MANAGER: _BUILDING
    | _INSPECTING
    | _LEADING
    | {P.CONTACTS_WRITE, P.HOUSEHOLDS_DECIDE},
    R.OPERATIONS: _BUILDING | _INSPECTING | _MEETING,
    R.CREW_LEADER: _EVERYONE
    | _TICKING
    | _CREW
    | _CREW_WEEKS
    | {P.SITES_READ, P.UNITS_READ, P.CREW_SIGN},
    R.CREW: _EVERYONE | _TICKING | _CREW | {P.SITES_READ, P.UNITS_READ},
    R.DPO: _EVERYONE | {P.CHANGES_READ, P.DISCLOSURES_READ, P.COLLEAGUES_READ},
    R.ADMIN: _EVERYONE
    | {P.ACCOUNTS_READ, P.ACCOUNTS_WRITE, P.SITES_READ, P.COLLEAGUES_READ, P.OUTBOX_READ},
    R.RESIDENT: _EVERYONE | {P.PORTAL_USE, P.FEEDS_OWN},
    R.INTEGRATION: _EVERYONE | {P.SITES_READ, P.UNITS_READ},
}


def roles_with(permission: Permission) -> list[Role]:
    return sorted(role for role, granted in GRANTS.items() if permission in granted)


STAFF_ROLES = tuple(
    role for audience, roles in AUDIENCES.items() if audience != Audience.RESIDENT for role in roles
)
