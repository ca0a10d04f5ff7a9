from typing_extensions import override

from bomiljo.kernel.problems import Conflict, FieldError, InvalidRequest


class SiteMissing(InvalidRequest):
    title = "Say at which site it takes place"
    field = "site_id"


class ResponsibleUnknown(InvalidRequest):
    title = "There is no such colleague who works with the site's activities"
    field = "responsible_user_id"


class DayInThePast(InvalidRequest):
    title = "That day has passed"
    field = "day"


class DayMissing(InvalidRequest):
    title = "What is booked, confirmed or done has a day"
    field = "day"
    constraints = ("ck_activities_day",)


class TitleMissing(InvalidRequest):
    title = "Only an open slot has no title"
    field = "title"
    constraints = ("ck_activities_title",)


class EndsBeforeItStarts(InvalidRequest):
    title = "It ends after it has started"
    field = "ends"
    constraints = ("ck_activities_ends", "ck_activities_ends_after")


class HourWithoutDay(InvalidRequest):
    title = "An hour needs a day"
    field = "starts"
    constraints = ("ck_activities_starts",)


class ActivityStatusNotReachable(Conflict):
    title = "The activity cannot go there from its present status"
    field = "status"


class NotToMove(Conflict):
    title = "Only what is planned, booked or confirmed can be postponed"


class CapacityBelowSignedUp(Conflict):
    """`taken` goes with the field, so that the form can name the number."""

    title = "More have signed up than there would be seats for"
    field = "capacity"
    constraints = ("ck_activities_seats",)

    @override
    def errors(self) -> list[FieldError]:
        context = {"taken": self.extra["taken"]} if "taken" in self.extra else {}
        return [FieldError(field="capacity", code=self.slug(), message=self.title, context=context)]


class SignUpClosed(Conflict):
    title = "One cannot sign up for it any more"


class AlreadySignedUp(Conflict):
    title = "Signed up already"
    field = "resident_id"
    constraints = ("uq_activity_signups_activity_id_resident_id",)


class NotSignedUp(Conflict):
    title = "Not signed up"


class NotToday(Conflict):
    title = "That day has not come yet"
    field = "day"


class ResidentUnknown(InvalidRequest):
    title = "There is no such resident"
    field = "resident_id"


class PlanProblem(InvalidRequest):
    field = "plan"


class PlanEmpty(PlanProblem):
    title = "There is nothing in it that could be a plan"


class PlanTooLarge(PlanProblem):
    title = "A plan has at most 300 lines and 2 MB"


class PlanUnreadable(PlanProblem):
    title = "Not a plan that can be read: save it as XLSX or CSV, or paste it"


class PlanNotWhatItsNameSays(PlanProblem):
    title = "The file is of another kind than its name says"
