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
