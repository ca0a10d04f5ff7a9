"""Rows into households, and whether each of them adds up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bomiljo.features.placement.checking import Person
from bomiljo.features.placement.fields import Field
from bomiljo.features.placement.model import Support
from bomiljo.features.residents.model import HouseholdKind, Protection, Relation
from bomiljo.kernel.clock import today

F = Field
LARGEST = 20
MAJORITY = 18
GRAVER = (Support.NONE, Support.UNKNOWN, Support.SOME, Support.HIGH)


@dataclass(frozen=True, slots=True)
class Together:
    """A household of the file; `ref` is its name there, or the line of somebody who comes alone."""

    ref: str
    people: Sequence[Person]

    @property
    def kind(self) -> HouseholdKind:
        relations = [relation_of(one, self.people) for one in self.people]
        if len(relations) == 1:
            return HouseholdKind.SINGLE
        partner, child = Relation.PARTNER in relations, Relation.CHILD in relations
        if {*relations} <= {Relation.HEAD, Relation.PARTNER, Relation.CHILD}:
            if partner:
                return HouseholdKind.FAMILY if child else HouseholdKind.COUPLE
            return HouseholdKind.SINGLE_PARENT if child else HouseholdKind.OTHER
        return HouseholdKind.OTHER

    @property
    def requirements(self) -> list[str]:
        found: list[str] = []
        for one in self.people:
            told = one.values.get(F.REQUIREMENTS)
            found += told if isinstance(told, list) else []
        return sorted({*found})

    @property
    def support(self) -> Support:
        """The gravest that is told of anybody; not told is not none."""
        told = [Support(str(one.values.get(F.SUPPORT, Support.UNKNOWN))) for one in self.people]
        return max(told, key=GRAVER.index)

    def is_protected(self, *, grades_checked: bool) -> bool:
        return any(
            grade_of(one, grades_checked=grades_checked) is not Protection.NONE
            for one in self.people
        )


def relation_of(one: Person, people: Sequence[Person]) -> Relation:
    told = one.values.get(F.RELATION)
    if told:
        return Relation(str(told))
    return Relation.HEAD if len(people) == 1 else Relation.OTHER


def grade_of(one: Person, *, grades_checked: bool) -> Protection:
    """Nothing told counts as protected until somebody has checked."""
    unsaid = Protection.NONE if grades_checked else Protection.UNKNOWN
    return Protection(str(one.values.get(F.PROTECTION, unsaid)))


def households(people: Sequence[Person]) -> list[Together]:
    by_ref: dict[str, list[Person]] = {}
    for one in people:
        one.household = str(one.values.get(F.HOUSEHOLD) or f"#{one.line}")
        by_ref.setdefault(one.household, []).append(one)
    found = [Together(ref, members) for ref, members in by_ref.items()]
    for together in found:
        _judge(together)
    return found


def _judge(together: Together) -> None:
    people = together.people
    relations: Mapping[int, Relation] = {one.line: relation_of(one, people) for one in people}
    first = people[0]
    heads = [one for one in people if relations[one.line] is Relation.HEAD]
    if not heads:
        first.find("household_no_head", F.RELATION)
    for other in heads[1:]:
        other.find("household_two_heads", F.RELATION)
    partners = [one for one in people if relations[one.line] is Relation.PARTNER]
    for other in partners[1:]:
        other.find("household_two_partners", F.RELATION, warning=True)
    if len(people) > LARGEST:
        first.find("household_too_large", F.HOUSEHOLD)
    if len({one.day(F.PLANNED_ON) for one in people}) > 1:
        first.find("household_days_differ", F.PLANNED_ON, warning=True)
    _judge_ages(people, relations, heads)


def _judge_ages(
    people: Sequence[Person], relations: Mapping[int, Relation], heads: Sequence[Person]
) -> None:
    born = heads[0].day(F.BIRTH_DATE) if heads else None
    if born is None:
        return
    now = today()
    if now.year - born.year - ((now.month, now.day) < (born.month, born.day)) < MAJORITY:
        heads[0].find("household_head_is_child", F.BIRTH_DATE, warning=True)
    for one in people:
        other = one.day(F.BIRTH_DATE)
        if other and relations[one.line] is Relation.CHILD and other <= born:
            one.find("household_child_older", F.BIRTH_DATE, warning=True)
