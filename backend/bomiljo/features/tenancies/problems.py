from bomiljo.kernel.problems import Conflict


class UnitIsTaken(Conflict):
    title = "The unit is let in that period"
    field = "unit_id"
    constraints = ("ex_tenancies_one_household_per_unit",)


class UnitIsNotADwelling(Conflict):
    title = "The unit is not a dwelling from that day on"
    field = "unit_id"


class UnitIsBlocked(Conflict):
    title = "The unit is blocked then"
    field = "unit_id"


class UnitIsTooSmall(Conflict):
    title = "The household has more members than the unit has places"
    field = "unit_id"


class UnitUnknown(Conflict):
    title = "There is no such unit in your area"
    field = "unit_id"


class HouseholdUnknown(Conflict):
    title = "There is no such household in your area, or nobody belongs to it then"
    field = "household_id"


class HouseholdHasAHome(Conflict):
    title = "The household has another tenancy in that period"
    field = "household_id"
    constraints = ("ex_tenancies_one_unit_per_household",)


class ResidentUnknown(Conflict):
    title = "There is no such resident in your area"
    field = "resident_id"


class ResidentHasHousehold(Conflict):
    title = "The resident belongs to a household with others; choose the household"
    field = "resident_id"


class AlreadyMovedIn(Conflict):
    title = "The move-in is confirmed already"


class NotMovedIn(Conflict):
    title = "The household has not moved in yet; confirm or cancel the plan"


class HasMovedOut(Conflict):
    title = "The household has moved out already"


class NotYet(Conflict):
    title = "That day has not come yet"
    field = "on_day"


class EndsBeforeMoveIn(Conflict):
    title = "The day must lie after the move-in"
    field = "on_day"


class SameUnit(Conflict):
    title = "The household lives in this unit already"
    field = "unit_id"


class FixedTermIncomplete(Conflict):
    title = (
        "A fixed term needs its legal ground and its last day, an open-ended lease has no last day"
    )
    field = "contract_ends_on"


class ContractEndsTooEarly(Conflict):
    title = "The contract's last day lies before the move-in"
    field = "contract_ends_on"


class TransferIsPlanned(Conflict):
    title = "A move to another unit is planned; confirm or cancel it first"


class ResidentHasMovedOut(Conflict):
    title = "The resident has moved out"


class NotFixedTerm(Conflict):
    title = "The lease is open-ended; it has no term that runs out"


class MoveRequestTooEarly(Conflict):
    title = "The request counts from the contract's last day on"
    field = "on_day"


class MoveRequestTooLate(Conflict):
    title = "The lease counted as open-ended by then"
    field = "on_day"


class AskedToMoveAlready(Conflict):
    title = "A written request to move is noted already"


class NoticeStands(Conflict):
    title = "A day of moving out is set; withdraw it first"


class RenewalTooShort(Conflict):
    title = "The new term must end after the one that runs"
    field = "contract_ends_on"


class SecondShortTerm(Conflict):
    title = (
        "A second short fixed term for the same dwelling and parties counts as open-ended"
        " unless weighty grounds are given"
    )
    field = "weighty_grounds"


class ReportedBeforeMove(Conflict):
    title = "The move cannot be reported before the household moved in"
    field = "on_day"


class FixedTermHolds(Conflict):
    title = "A fixed term cannot be ended in its period unless that is agreed"
    field = "agreed"


class NoticeTooShort(Conflict):
    title = "The notice is shorter than the law's; an earlier day needs an agreement"
    field = "last_day"


class NoNotice(Conflict):
    title = "No day of moving out is set"


class NoRoomForMore(Conflict):
    title = "The dwelling has no place for one more"
    constraints = ("ck_household_changes_places",)


class AskedForAlready(Conflict):
    title = "This person is asked for already"
    field = "resident_id"
    constraints = ("uq_household_changes_tenancy_id_resident_id",)


class NotAMember(Conflict):
    title = "This person does not belong to the household then"
    field = "resident_id"


class LastMember(Conflict):
    title = "Nobody would be left; move the household out instead"
    field = "resident_id"


class ChangeIsDecided(Conflict):
    title = "The request is decided already"


class ChangeNotApproved(Conflict):
    title = "The landlord has not approved it"


class ChangeIsOver(Conflict):
    title = "The request is over"
