from bomiljo.kernel.problems import InvalidRequest


class DoneDayMissing(InvalidRequest):
    title = "Say on which day the step was done"
    field = "done_on"
    constraints = ("ck_milestones_done",)


class DoneAhead(InvalidRequest):
    title = "A step cannot be done on a day that has not come"
    field = "done_on"
    constraints = ("ck_milestones_done_on",)


class WaitedForMissing(InvalidRequest):
    title = "Say whose move it is"
    field = "waiting_for"
    constraints = ("ck_milestones_waiting",)


class WaitsFromAhead(InvalidRequest):
    title = "The waiting cannot begin on a day that has not come"
    field = "waiting_since"


class DueReasonMissing(InvalidRequest):
    title = "Say why the deadline is another day than the template's"
    field = "due_because"


class ToldAhead(InvalidRequest):
    title = "That day has not come yet"
    field = "given_on"


class InterpreterWithoutSpeech(InvalidRequest):
    title = "An interpreter helps only with what is spoken"
    field = "interpreter"


class NotOfHealth(InvalidRequest):
    title = "Only steps of health are shared with health staff"
    field = "shared_because"
