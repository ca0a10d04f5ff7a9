from bomiljo.kernel.problems import Conflict, InvalidRequest


class ListHasErrors(InvalidRequest):
    """All or nothing: as long as one row is wrong, none is stored."""

    title = "Rows are wrong; correct them or leave them out"
    field = "file"


class NobodyOnTheList(InvalidRequest):
    title = "Every row is left out"
    field = "file"


class ColumnsDoNotFit(InvalidRequest):
    title = "The columns are not those of this file, or a field is named twice"
    field = "columns"


class GuardiansForTheProtected(InvalidRequest):
    title = "Name two different persons who shall see those with address protection"
    field = "guardians"


class GuardiansDoNotFit(Conflict):
    title = "Both guardians must work with placement here, and one must be able to lift protection"
    field = "guardians"


class SomebodyIsPlaced(Conflict):
    title = "Somebody on the list is placed already"


class ImportIsUndone(Conflict):
    title = "The import is undone"


class AnsweredBeforeReceived(InvalidRequest):
    title = "The answer cannot lie before the request came"
    field = "answered_on"


class AnsweredInFuture(InvalidRequest):
    title = "That day has not come yet"
    field = "answered_on"


class HouseholdIsPlaced(Conflict):
    title = "The household is placed already"


class IsNotProtected(Conflict):
    title = "The household is not under protection"


class SiteNotHere(InvalidRequest):
    title = "There is no such site in your area"
    field = "site_id"


class AlternativeUnknown(InvalidRequest):
    title = "There is no such alternative"
    field = "alternative_id"


class HouseholdNotOnTheTable(InvalidRequest):
    title = "There is no such household waiting for a flat"
    field = "candidate_household_id"


class FlatUnknown(InvalidRequest):
    title = "There is no such flat at this site"
    field = "unit_id"


class UnitNotFree(InvalidRequest):
    title = "The flat is not free, nor will it be soon"
    field = "unit_id"


class HelperNotHere(InvalidRequest):
    title = "Somebody named does not work as that kind of helper here"
    field = "helpers"


class AlternativeIsChosen(Conflict):
    title = "The alternative is chosen; release it before it is changed"


class AlternativeNotChosen(Conflict):
    title = "The alternative is not chosen"


class PlanIsCommitted(Conflict):
    title = "The plan is carried out"


class NobodyIsPlaced(Conflict):
    title = "Nobody is placed in this alternative"


class PlannedElsewhere(Conflict):
    title = "A household or a flat of this alternative is part of another that is chosen"


class PlanTooTight(Conflict):
    title = "A household has more members than its flat has places"


class DayNotAhead(InvalidRequest):
    title = "Choose a day ahead: a plan makes leases that begin later"
    field = "from_day"
