from datetime import date, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, Versioned, choice


class DirectoryKind(StrEnum):
    PERSON = "person"
    SERVICE = "service"


class ContactOrganisation(StrEnum):
    """Whose people they are; the first three also have accounts here."""

    DISTRICT = "district"
    NAV = "nav"
    LANDLORD = "landlord"
    HEALTH = "health"
    SCHOOL = "school"
    VOLUNTARY = "voluntary"
    OTHER = "other"


class Topic(StrEnum):
    """What residents ask about, everywhere; a district adds its own beside these."""

    LANDLORD = "landlord"
    REPAIRS = "repairs"
    LOST_KEY = "lost_key"
    RENT_CONTRACT = "rent_contract"
    NOISE_NEIGHBOUR = "noise_neighbour"
    LAUNDRY_COMMON_HOUSE = "laundry_common_house"
    SAFETY = "safety"
    MOVING_OUT = "moving_out"
    MONEY_SOCIAL_SUPPORT = "money_social_support"
    HOUSING_BENEFIT = "housing_benefit"
    WORK_SCHOOL_PROGRAMME = "work_school_programme"
    NORWEGIAN_COURSE = "norwegian_course"
    BANK_EID = "bank_eid"
    DOCTOR_HEALTH = "doctor_health"
    MENTAL_HEALTH = "mental_health"
    CHILDREN_SCHOOL = "children_school"
    ACTIVITIES = "activities"
    OTHER = "other"


class AnswerRule(StrEnum):
    """What whoever is asked does with the question."""

    ANSWER = "answer"
    SAY_THIS = "say_this"
    REFER_TO_NAV = "refer_to_nav"


class Contact(Versioned, TenantRecord):
    """Somebody to ask. Name and telephone are their own, or those of a user or an organisation."""

    __tablename__ = "contacts"
    __table_args__ = (Index(None, "district_id"), Index(None, "user_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    kind: Mapped[DirectoryKind] = mapped_column(choice(DirectoryKind))
    organisation: Mapped[ContactOrganisation] = mapped_column(choice(ContactOrganisation))
    organisation_name: Mapped[str | None]
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisations.id"))
    name: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    title: Mapped[str | None]
    helps_with: Mapped[str | None]
    languages: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    visible_to_residents: Mapped[bool] = mapped_column(server_default="true")
    period: Mapped[Range[date]] = mapped_column(DATERANGE)


class ContactHours(TenantRecord):
    """When they can be reached: ISO weekday, wall clock in Oslo; midnight ends the day."""

    __tablename__ = "contact_hours"
    __table_args__ = (UniqueConstraint("contact_id", "weekday", "from_time"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contacts.id"))
    weekday: Mapped[int]
    from_time: Mapped[time]
    to_time: Mapped[time]
    note: Mapped[str | None]


class OwnTopic(Versioned, TenantRecord):
    """A topic that one district has and the catalogue has not."""

    __tablename__ = "topics"
    __table_args__ = (UniqueConstraint("district_id", "title"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    title: Mapped[str]


class Responsibility(Versioned, TenantRecord):
    """Who answers a topic at a site; without an owner only the service is known."""

    __tablename__ = "responsibilities"
    __table_args__ = (
        UniqueConstraint("site_id", "topic"),
        UniqueConstraint("site_id", "topic_id"),
        Index(None, "district_id"),
        Index(None, "owner_id"),
        Index(None, "backup_id"),
        Index(None, "topic_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    topic: Mapped[Topic | None] = mapped_column(choice(Topic))
    topic_id: Mapped[UUID | None] = mapped_column(ForeignKey("topics.id", ondelete="CASCADE"))
    organisation: Mapped[ContactOrganisation] = mapped_column(choice(ContactOrganisation))
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("contacts.id"))
    backup_id: Mapped[UUID | None] = mapped_column(ForeignKey("contacts.id"))
    rule: Mapped[AnswerRule] = mapped_column(choice(AnswerRule))
    say_this: Mapped[str | None]
