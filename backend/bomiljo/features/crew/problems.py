from bomiljo.kernel.problems import Conflict, InvalidRequest


class CrewSiteUnknown(InvalidRequest):
    title = "There is no such site"
    field = "site_id"


class CrewDaysInvalid(InvalidRequest):
    title = "The last day comes before the first, or more than two weeks after it"
    field = "last_day"
    constraints = ("ck_crew_weeks_days",)


class CrewWorkOutside(Conflict):
    title = "Work or hours are noted on days that the week would no longer hold"
    field = "last_day"


class CrewNameTwice(Conflict):
    title = "Somebody of that name is in the week already"
    field = "name"
    constraints = ("uq_crew_members_week_id_name",)


class CrewAccountTaken(Conflict):
    title = "Somebody else in the week signs in with that account"
    field = "account_id"
    constraints = ("uq_crew_members_week_id_account_id",)


class CrewAccountUnknown(InvalidRequest):
    title = "There is no such account in the crew"
    field = "account_id"


class CrewFull(Conflict):
    title = "The week has thirty people; make another one"
    field = "name"


class CrewMemberUnknown(InvalidRequest):
    title = "Somebody named is not in this week"
    field = "member_ids"


class CrewDayOutside(InvalidRequest):
    title = "The day is not one of the week's"
    field = "day"


class CrewUnitWithoutList(InvalidRequest):
    title = "The unit has no checklist that says what to set up"
    field = "unit_id"


class CrewRoomUnknown(InvalidRequest):
    title = "The unit's checklist has no such room"
    field = "room"


class CrewAssignmentTwice(Conflict):
    title = "The same work is planned on that day already"
    field = "unit_id"
    constraints = ("uq_crew_assignments_week_id_day_checklist_id_room",)


class CrewNothingToSpread(Conflict):
    title = "No unit with something to set up is left, or no working day, or nobody to do it"


class CrewWorkNotDone(Conflict):
    title = "The work is not done yet, so it cannot be signed"


class CrewWorkSigned(Conflict):
    title = "A leader has signed the work; it does not change any more"


class CrewHoursTurned(InvalidRequest):
    title = "The day ends before it begins"
    field = "ends"
    constraints = ("ck_crew_hours_order",)


class CrewBreakTooLong(InvalidRequest):
    title = "The break is longer than the day"
    field = "break_minutes"
    constraints = ("ck_crew_hours_break",)


class AttestNotForLeaders(Conflict):
    title = "An attest is written for youths, not for their leaders"


class AttestTooEarly(Conflict):
    title = "The attest can be printed from the last day of the week"


class AttestHoursMissing(Conflict):
    title = "Hours are missing on a working day; write them, or that the youth was away"
