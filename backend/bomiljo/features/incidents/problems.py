from bomiljo.kernel.problems import Conflict, InvalidRequest


class SiteMissing(InvalidRequest):
    title = "Say at which site it happened"
    field = "site_id"


class UnitUnknown(InvalidRequest):
    title = "There is no such unit at that site"
    field = "unit_id"


class PersonUnknown(InvalidRequest):
    title = "There is no such resident"
    field = "resident_id"


class AlreadyParty(Conflict):
    title = "The resident is already part of it"
    field = "resident_id"
    constraints = ("uq_incident_parties_incident_id_resident_id",)


class CannotSeeIncident(Conflict):
    """A person or service that the incident is handed to must be able to see it."""

    title = "They cannot see this incident; share it first"
    field = "assigned_to"


class OwnerCannotSeeIncident(CannotSeeIncident):
    field = "owner_user_id"


class MeasureNotSeen(Conflict):
    title = "Whoever is to do it must see the incident and the measure"
    field = "audience"


class ResponsibleElsewhere(InvalidRequest):
    title = "The person works for another service than the one named"
    field = "responsible"


class StatusNotReachable(Conflict):
    title = "The incident cannot go there from its present status"
    field = "status"


class ReasonMissing(InvalidRequest):
    title = "Say why it is opened again"
    field = "note"


class BuildingNoteMissing(InvalidRequest):
    title = "Write what the landlord shall read"
    field = "building_note"
    constraints = ("ck_incidents_landlord_part",)


class AlreadyShared(Conflict):
    title = "They see the incident already"
    field = "partner"


class NotShared(Conflict):
    title = "They do not see the incident"
    field = "partner"


class AudienceTooNarrow(InvalidRequest):
    title = "What your service writes is seen by those who share the incident"
    field = "audience"


class EntryUnknown(InvalidRequest):
    title = "There is no such entry in this incident"
    field = "corrects_id"


class TooManyPictures(Conflict):
    title = "An incident holds ten pictures"
    field = "picture"
