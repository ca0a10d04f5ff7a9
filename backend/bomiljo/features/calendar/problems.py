from bomiljo.kernel.problems import InvalidRequest, Problem


class SpanTooLong(InvalidRequest):
    title = "Ask for at most 62 days, the last not before the first"
    field = "last"


class DayUnknown(InvalidRequest):
    title = "The calendar knows no such day"
    field = "code"


class ReadTooOften(Problem):
    status = 429
    title = "This calendar was read too often; it changes less than that"
