from bomiljo.kernel.problems import Conflict, InvalidRequest


class PackageUnknown(InvalidRequest):
    title = "There is no such package in use"
    field = "package_id"


class FurnishedUnitUnknown(InvalidRequest):
    title = "There is no such unit"
    field = "unit_ids"


class UnitNotFurnished(Conflict):
    title = "Only dwellings, offices and rooms for all are furnished from a package"
    field = "unit_ids"


class PackageForOtherRooms(Conflict):
    title = "The package is for another kind of room"
    field = "package_id"


class ChecklistOpen(Conflict):
    title = "The unit has a checklist that is not finished"
    field = "unit_ids"
    constraints = ("uq_checklists_unit_id",)


class EditionReplaced(Conflict):
    title = "Somebody else has made a new edition meanwhile"
    field = "edition"
    constraints = ("uq_furnishing_packages_current",)


class ItemTwice(Conflict):
    title = "The list has this article already"
    field = "item"
    constraints = (
        "uq_furnishing_package_lines_package_id_item",
        "uq_checklist_lines_checklist_id_item",
    )


class LineUnknown(InvalidRequest):
    title = "There is no such line in this checklist"
    field = "line_id"


class DeviationReasonMissing(InvalidRequest):
    title = "Every dwelling gets the same; say why this one differs"
    field = "reason"
    constraints = ("ck_checklist_lines_reason",)


class MoreMissingThanThereAre(InvalidRequest):
    title = "More are said to be missing than the list holds"
    field = "pieces"


class NotReady(Conflict):
    title = "Some lines are not checked yet"


class KeyLiesReady(Conflict):
    title = "The key lies ready; the checklist is finished"


class DeliverySiteUnknown(InvalidRequest):
    title = "There is no such site"
    field = "site_id"


class NothingToOrder(Conflict):
    title = "Everything that the lists need is ordered"


class OrderLineUnknown(InvalidRequest):
    title = "There is no such line in this order"
    field = "order_line_id"


class MoreArrivedThanOrdered(InvalidRequest):
    title = "More are said to have come than were ordered"
    field = "delivered"


class WindowEndsFirst(InvalidRequest):
    title = "The delivery ends before it begins"
    field = "to_time"


class DeliveryInThePast(InvalidRequest):
    title = "That time is past"
    field = "day"


class DayOfRest(InvalidRequest):
    title = "Nothing is delivered on Sundays and holidays, nor after four on their eves"
    field = "day"


class QuietHours(InvalidRequest):
    title = "The house has its quiet from 22 to 07"
    field = "from_time"
    constraints = ("ck_delivery_windows_hours",)


class NeighbourBusy(Conflict):
    title = "A neighbour wants no lorries then; choose another time, or say why"
    field = "reason"


class OtherDelivery(Conflict):
    title = "Another delivery comes to the house then"
    field = "from_time"
    constraints = ("ex_delivery_windows_one_at_a_time",)


class EverythingDelivered(Conflict):
    title = "Everything in this order has come"


class SupportInFuture(InvalidRequest):
    title = "That day has not come"
    field = "day"


class SupportSaidMeanwhile(Conflict):
    title = "Somebody else has just said how far it has come"
    constraints = ("uq_support_statuses_tenancy_id",)
