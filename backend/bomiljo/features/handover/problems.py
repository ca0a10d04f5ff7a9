from bomiljo.kernel.problems import Conflict, InvalidRequest


class InFlatBeforeArrived(InvalidRequest):
    title = "Nobody is in the flat before they arrived"
    field = "in_flat_at"
    constraints = ("ck_move_in_days_arrived_first",)


class InspectionFinished(Conflict):
    title = "The inspection is finished and does not change any more"


class PlacesLeft(Conflict):
    title = "Some places of the flat have not been looked at yet"


class NoteMissing(InvalidRequest):
    title = "Say what the remark or the damage is"
    field = "note"


class TooManyInspectionPictures(Conflict):
    title = "An inspection holds at most 30 pictures"
    field = "picture"
