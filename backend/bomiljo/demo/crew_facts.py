from bomiljo.demo.fact import Fact


class Worker(Fact):
    """`account`: the user name of somebody who signs in."""

    name: str
    under_18: bool = False
    account: str | None = None


class CrewWork(Fact):
    """`day` counts from the day of loading; `unit` is one that is made ready again."""

    day: int
    unit: str
    room: str | None = None
    who: list[str]
    done_by: str | None = None
    signed: bool = False


class Week(Fact):
    name: str
    first: int
    last: int
    youths: list[Worker]
    leaders: list[Worker]
    work: list[CrewWork]
