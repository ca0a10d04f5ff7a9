from enum import StrEnum


class Role(StrEnum):
    ENV_WORKER = "env_worker"
    HOUSING_OFFICE = "housing_office"
    HEALTH = "health"
    MENTAL_HEALTH = "mental_health"
    CULTURE = "culture"
    MANAGER = "manager"
    SETTLER = "settler"
    NAV_ADVISOR = "nav_advisor"
    INTRO_ADVISOR = "intro_advisor"
    HOUSING_PROCURER = "housing_procurer"
    PROPERTY_MANAGER = "property_manager"
    OPERATIONS = "operations"
    CREW_LEADER = "crew_leader"
    CREW = "crew"
    DPO = "dpo"
    ADMIN = "admin"
    RESIDENT = "resident"
    INTEGRATION = "integration"


class OrganisationKind(StrEnum):
    DISTRICT = "district"
    NAV = "nav"
    LANDLORD = "landlord"


class Audience(StrEnum):
    DISTRICT = "district"
    NAV = "nav"
    LANDLORD = "landlord"
    CREW = "crew"
    OVERSIGHT = "oversight"
    RESIDENT = "resident"
    INTEGRATION = "integration"


R = Role

AUDIENCES: dict[Audience, tuple[Role, ...]] = {
    Audience.DISTRICT: (
        R.ENV_WORKER,
        R.HOUSING_OFFICE,
        R.HEALTH,
        R.MENTAL_HEALTH,
        R.CULTURE,
        R.MANAGER,
    ),
    Audience.NAV: (R.SETTLER, R.NAV_ADVISOR, R.INTRO_ADVISOR, R.HOUSING_PROCURER),
    Audience.LANDLORD: (R.PROPERTY_MANAGER, R.OPERATIONS),
    Audience.CREW: (R.CREW_LEADER, R.CREW),
    Audience.OVERSIGHT: (R.DPO, R.ADMIN),
    Audience.RESIDENT: (R.RESIDENT,),
    Audience.INTEGRATION: (R.INTEGRATION,),
}

AUDIENCE_OF: dict[Role, Audience] = {
    role: audience for audience, roles in AUDIENCES.items() for role in roles
}


def organisation_kind(role: Role) -> OrganisationKind:
    """The kind of organisation that people with `role` work for."""
    audience = AUDIENCE_OF[role]
    known = {Audience.NAV: OrganisationKind.NAV, Audience.LANDLORD: OrganisationKind.LANDLORD}
    return known.get(audience, OrganisationKind.DISTRICT)
