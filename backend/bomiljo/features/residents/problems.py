from bomiljo.kernel.problems import Conflict, InvalidRequest


class HelperDoesNotFit(Conflict):
    title = "This person holds no current role here that fits this kind of help"
    field = "user_id"


class HelpHasEnded(Conflict):
    title = "This help has ended already"
    field = "on_day"


class HelperMeanwhile(Conflict):
    title = "Somebody else named a helper of this kind at the same time"
    field = "user_id"
    constraints = ("uq_helpers_resident_id_kind",)


class EndsBeforeItBegins(Conflict):
    title = "The last day lies before the first"
    field = "on_day"


class AlreadyInHousehold(Conflict):
    title = "The person belongs to another household then"
    field = "resident_id"
    constraints = ("ex_household_members_one_at_a_time",)


class HouseholdHasALease(Conflict):
    title = "The household has a lease: ask there for who joins, so that the landlord answers"


class NotAPersonNumber(InvalidRequest):
    title = "Not a number of this kind: a digit is wrong"
    field = "value"


class SyntheticNumber(InvalidRequest):
    title = "A synthetic number; these are for demonstrations only"
    field = "value"


class DufCheckDigitsDoubtful(InvalidRequest):
    """A warning: send it again with `check_overridden_because` (domain facts 1.6)."""

    title = "The check digits do not fit; look again, or say why the number is right"
    field = "value"


class IdentifierAlreadyHere(Conflict):
    title = "This number is registered on this person already"
    field = "value"
    constraints = ("uq_identifiers_resident_id_kind_search_hash",)


class IdentifierOfAnother(Conflict):
    title = "This number is registered on another person"
    field = "value"


class TwoGuardiansNeeded(InvalidRequest):
    title = "Name two different persons who shall see a protected record, and none for an open one"
    field = "guardians"


class GuardianDoesNotFit(Conflict):
    title = "Both guardians must work with residents here, and one must be able to lift protection"
    field = "guardians"
