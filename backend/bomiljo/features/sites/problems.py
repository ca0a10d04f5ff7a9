from bomiljo.kernel.problems import Conflict, InvalidRequest


class UnitIsLet(Conflict):
    title = "Somebody lives in this unit then, or is about to"
    field = "use"


class UnitHasOneUse(Conflict):
    title = "The unit has another use in that period"
    field = "from_day"
    constraints = ("ex_unit_uses_one_at_a_time",)


class UnitNotBlocked(Conflict):
    title = "The unit is not blocked"


class DwellingNumberUnknownFormat(Conflict):
    title = "Not a dwelling number such as H0101"
    field = "dwelling_number"
    constraints = ("ck_units_dwelling_number",)


class BusyHoursEndFirst(InvalidRequest):
    title = "The hours end before they begin"
    field = "to_time"
    constraints = ("ck_neighbour_busy_hours_hours",)


class BusyDaysEndFirst(InvalidRequest):
    title = "The last day comes before the first"
    field = "valid_to"
    constraints = ("ck_neighbour_busy_hours_valid",)
