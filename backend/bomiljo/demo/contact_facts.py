from typing import Annotated

from pydantic import Field

from bomiljo.access.roles import OrganisationKind
from bomiljo.demo.fact import Fact
from bomiljo.features.contacts.model import (
    AnswerRule,
    ContactOrganisation,
    DirectoryKind,
    Topic,
)


class Contact(Fact):
    """Whom to ask: with `user` a member of staff, with `service` an organisation that has accounts.

    `hours`: `1-5 08:00-15:30`, then a note.
    """

    key: str
    kind: DirectoryKind = DirectoryKind.PERSON
    organisation: ContactOrganisation
    organisation_name: str | None = None
    user: str | None = None
    service: OrganisationKind | None = None
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    title: str | None = None
    helps_with: str | None = None
    languages: list[str] = []
    hours: list[Annotated[str, Field(pattern=r"^[1-7](-[1-7])? \d\d:\d\d-\d\d:\d\d( .+)?$")]] = []


class Answer(Fact):
    """Who answers a topic of the catalogue, or one that is the district's own."""

    topic: Topic | None = None
    own: str | None = None
    organisation: ContactOrganisation
    owner: str | None = None
    backup: str | None = None
    rule: AnswerRule = AnswerRule.ANSWER
    say_this: str | None = None
