from bomiljo.kernel.problems import Conflict, InvalidRequest


class PackageUnknown(InvalidRequest):
    title = "There is no such package in use"
    field = "package_id"


class FurnishedUnitUnknown(InvalidRequest):
    title = "There is no such unit"
    field = "unit_ids"


class UnitNotFurnished(Conflict):
    title = "Only dwellings and common rooms are furnished from a package"
    field = "unit_ids"


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
