from bomiljo.kernel.problems import ChangedMeanwhile, Conflict, InvalidRequest


class RuleNotUnderstood(InvalidRequest):
    """Only FREQ=WEEKLY or MONTHLY with INTERVAL, BYDAY, and UNTIL or COUNT."""

    title = "This rule cannot be read"
    field = "rule"


class RuleWithoutEnd(InvalidRequest):
    title = "Say when the series ends"
    field = "rule"


class RuleTooLong(InvalidRequest):
    title = "A series lasts at most two years and 120 meetings"
    field = "rule"


class RuleWithoutDays(InvalidRequest):
    title = "No day fits this rule"
    field = "rule"


class NoSuchTime(InvalidRequest):
    title = "The clocks are put forward then: this hour does not exist"
    field = "begins"


class SiteUnknown(InvalidRequest):
    title = "There is no such site"
    field = "site_id"


class SiteNeeded(InvalidRequest):
    title = "A meeting with a resident belongs to a site"
    field = "site_id"


class OrganisationsDoNotFit(InvalidRequest):
    """The district always sits at the table; the landlord only in meetings with the landlord."""

    title = "These services do not meet in this kind of meeting"
    field = "organisations"
    constraints = ("ck_meetings_organisations", "ck_meeting_series_organisations")


class NoResidentsHere(InvalidRequest):
    title = "No residents are named in this kind of meeting"
    field = "resident_id"
    constraints = ("ck_meeting_participants_no_residents",)


class ResidentUnknown(InvalidRequest):
    title = "There is no such resident"
    field = "resident_id"


class ColleagueUnknown(InvalidRequest):
    title = "Nobody here has this id, or they may not be in this meeting"
    field = "user_id"


class AlreadyInvited(Conflict):
    title = "They are invited already"
    field = "user_id"
    constraints = (
        "uq_meeting_participants_meeting_id_user_id",
        "uq_meeting_participants_meeting_id_resident_id",
    )


class MeetingIsOver(Conflict):
    title = "The meeting has been held or cancelled"


class MeetingIsCancelled(Conflict):
    title = "The meeting was cancelled"


class NotInSeries(Conflict):
    title = "The meeting belongs to no series"
    field = "following"


class MonthlyStaysOnItsDay(Conflict):
    title = "A monthly series is moved to another day one meeting at a time"
    field = "day"


class MovedIntoPast(InvalidRequest):
    title = "A meeting is moved to a day that is still ahead"
    field = "day"


class SubjectUnknown(InvalidRequest):
    """What an item refers to must be there and seen by the reader."""

    title = "There is nothing like that to refer to"
    field = "items"


class BuildingFactsOnly(InvalidRequest):
    title = "Only what the landlord sees comes into a meeting with the landlord"
    field = "items"
    constraints = ("ck_agenda_items_building_only",)


class AgendaItemUnknown(InvalidRequest):
    title = "There is no such item on this meeting's agenda"
    field = "agenda_item_id"


class AgendaItemSettled(Conflict):
    title = "What was agreed hangs on this item, so it stays"


class AgendaLeftOpen(Conflict):
    """Each item leaves as a decision, an action, still unknown, or noted."""

    title = "Some items have no outcome yet"
    field = "agenda"


class MinutesChangedMeanwhile(ChangedMeanwhile):
    title = "Somebody else has written in the minutes meanwhile"
    field = "body"


class MinutesApproved(Conflict):
    """Approved minutes change only by a new version."""

    title = "The minutes are approved; begin a new version to change them"
    field = "body"
    constraints = ("ck_meeting_minutes_approved",)


class MinutesMissing(Conflict):
    title = "There is no draft to approve"
    field = "body"


class MinutesNotApproved(Conflict):
    title = "There are no approved minutes to correct, or a new version is begun already"


class OwnerMissing(InvalidRequest):
    title = "Say who does it: a person or a service"
    field = "owner_user_id"


class OwnerCannotSeeMeeting(Conflict):
    title = "They do not see this meeting"
    field = "owner_user_id"


class WhyDropped(InvalidRequest):
    title = "Say why nobody does it"
    field = "note"


class AnsweredAlready(Conflict):
    title = "The question is answered already"
    field = "answer"


class ServiceNotThere(InvalidRequest):
    title = "This service does not take part in the meeting"
    field = "owner_organisation"
