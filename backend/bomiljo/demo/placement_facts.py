from datetime import date

from bomiljo.demo.fact import Fact
from bomiljo.demo.languages import Languages
from bomiljo.features.placement.model import Requirement, Sex, Support
from bomiljo.features.residents.model import HouseholdKind, Relation


class Candidate(Fact):
    """`planned`: days from the first load."""

    given: str | None = None
    family: str
    born: date | None = None
    sex: Sex = Sex.UNKNOWN
    relation: Relation = Relation.HEAD
    speaks: Languages = []
    education: str | None = None
    work: str | None = None
    place: str | None = None
    planned: int | None = None
    citizenship: str | None = None
    care_note: str | None = None


class Coming(Fact):
    """A household on a request's list; `plans`: the flat that each alternative gives it."""

    ref: str
    kind: HouseholdKind
    people: list[Candidate]
    requirements: list[Requirement] = []
    support: Support = Support.UNKNOWN
    plans: dict[str, str] = {}


class SettlementRequest(Fact):
    """`received` and `due`: days from the first load. `alternatives`: names and notes of plans."""

    key: str
    reference: str
    received: int
    due: int
    by: str
    checked: list[int]
    alternatives: dict[str, str]
    households: list[Coming]
