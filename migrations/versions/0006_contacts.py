"""contacts, topics and who answers them"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0006"
down_revision = "0005"

TABLES = """
CREATE TABLE contacts (
    id uuid CONSTRAINT pk_contacts PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_contacts_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid CONSTRAINT fk_contacts_site_id REFERENCES sites,
    kind varchar(40) NOT NULL CONSTRAINT ck_contacts_kind CHECK (kind IN ('person', 'service')),
    organisation varchar(40) NOT NULL CONSTRAINT ck_contacts_organisation CHECK (organisation IN (
        'district', 'nav', 'landlord', 'health', 'school', 'voluntary', 'other')),
    organisation_name text,
    user_id uuid CONSTRAINT fk_contacts_user_id REFERENCES users,
    organisation_id uuid CONSTRAINT fk_contacts_organisation_id REFERENCES organisations,
    name text,
    phone text CONSTRAINT ck_contacts_phone
        CHECK (phone ~ '^([0-9]{3}|0[0-9]{4}|116[0-9]{3}|[2-9][0-9]{7}|\\+[0-9]{7,15})$'),
    email text,
    title text,
    helps_with text,
    languages text[] NOT NULL DEFAULT '{}',
    visible_to_residents boolean NOT NULL DEFAULT true,
    period daterange NOT NULL CONSTRAINT ck_contacts_period CHECK (NOT isempty(period)),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_contacts_one_name CHECK (num_nonnulls(user_id, organisation_id, name) = 1),
    CONSTRAINT ck_contacts_one_phone CHECK (phone IS NULL OR name IS NOT NULL),
    CONSTRAINT ck_contacts_fits CHECK ((user_id IS NULL OR kind = 'person') AND (organisation_id IS NULL OR kind = 'service')),
    CONSTRAINT ex_contacts_person_once EXCLUDE USING gist (
        uuidrange(district_id, district_id, '[]') WITH &&, uuidrange(user_id, user_id, '[]') WITH &&, period WITH &&)
        WHERE (user_id IS NOT NULL),
    CONSTRAINT ex_contacts_organisation_once EXCLUDE USING gist (
        uuidrange(organisation_id, organisation_id, '[]') WITH &&, period WITH &&) WHERE (organisation_id IS NOT NULL)
);
CREATE INDEX ix_contacts_district_id ON contacts (district_id);
CREATE INDEX ix_contacts_user_id ON contacts (user_id);
CREATE TABLE contact_hours (
    id uuid CONSTRAINT pk_contact_hours PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_contact_hours_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    contact_id uuid NOT NULL CONSTRAINT fk_contact_hours_contact_id REFERENCES contacts,
    weekday int NOT NULL CONSTRAINT ck_contact_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
    from_time time NOT NULL,
    to_time time NOT NULL,
    note text,
    CONSTRAINT ck_contact_hours_order CHECK (to_time > from_time OR to_time = '00:00'),
    CONSTRAINT uq_contact_hours_contact_id_weekday_from_time UNIQUE (contact_id, weekday, from_time)
);
CREATE TABLE topics (
    id uuid CONSTRAINT pk_topics PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_topics_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    title text NOT NULL,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_topics_district_id_title UNIQUE (district_id, title)
);
CREATE TABLE responsibilities (
    id uuid CONSTRAINT pk_responsibilities PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_responsibilities_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_responsibilities_site_id REFERENCES sites,
    topic varchar(40) CONSTRAINT ck_responsibilities_topic CHECK (topic IN (
        'landlord', 'repairs', 'lost_key', 'rent_contract', 'noise_neighbour', 'laundry_common_house', 'safety',
        'moving_out', 'money_social_support', 'housing_benefit', 'work_school_programme', 'norwegian_course',
        'bank_eid', 'doctor_health', 'mental_health', 'children_school', 'activities', 'other')),
    topic_id uuid CONSTRAINT fk_responsibilities_topic_id REFERENCES topics ON DELETE CASCADE,
    organisation varchar(40) NOT NULL CONSTRAINT ck_responsibilities_organisation CHECK (organisation IN (
        'district', 'nav', 'landlord', 'health', 'school', 'voluntary', 'other')),
    owner_id uuid CONSTRAINT fk_responsibilities_owner_id REFERENCES contacts,
    backup_id uuid CONSTRAINT fk_responsibilities_backup_id REFERENCES contacts,
    rule varchar(40) NOT NULL CONSTRAINT ck_responsibilities_rule
        CHECK (rule IN ('answer', 'say_this', 'refer_to_nav')),
    say_this text,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_responsibilities_one_topic CHECK (num_nonnulls(topic, topic_id) = 1),
    CONSTRAINT ck_responsibilities_backup CHECK (backup_id <> owner_id),
    CONSTRAINT ck_responsibilities_say_this CHECK (rule <> 'say_this' OR say_this IS NOT NULL),
    CONSTRAINT ck_responsibilities_nav CHECK (rule <> 'refer_to_nav' OR organisation = 'nav'),
    CONSTRAINT uq_responsibilities_site_id_topic UNIQUE (site_id, topic),
    CONSTRAINT uq_responsibilities_site_id_topic_id UNIQUE (site_id, topic_id)
);
CREATE INDEX ix_responsibilities_district_id ON responsibilities (district_id);
CREATE INDEX ix_responsibilities_owner_id ON responsibilities (owner_id);
CREATE INDEX ix_responsibilities_backup_id ON responsibilities (backup_id);
CREATE INDEX ix_responsibilities_topic_id ON responsibilities (topic_id);
"""

SERVICE = (
    "(SELECT kind FROM organisations"
    " WHERE id = nullif(current_setting('app.organisation_id', true), '')::uuid)"
)
DISTRICTS_OWN = f"{rls.DISTRICT} AND {SERVICE} = 'district'"
# the district keeps the whole directory, a partner its own part of it
OWN_PART = f"{rls.DISTRICT} AND (site_id IS NULL OR {rls.SITE}) AND {SERVICE} IN ('district', organisation)"
CONTACT = "EXISTS (SELECT FROM contacts c WHERE c.id = contact_id)"
OWN_CONTACT = (
    f"{rls.DISTRICT} AND EXISTS (SELECT FROM contacts c WHERE c.id = contact_id"
    f" AND {SERVICE} IN ('district', c.organisation))"
)
RESIDENTS_OWN = "cardinality((SELECT allowed('self'))) > 0"


def upgrade() -> None:
    op.execute(TABLES)
    rls.protected(
        "contacts",
        f"{rls.HOME} AND (site_id IS NULL OR {rls.SITE}) AND (visible_to_residents OR {rls.DISTRICT})",
        add=OWN_PART,
        change=OWN_PART,
    )
    rls.protected("contact_hours", CONTACT, add=OWN_CONTACT, remove=OWN_CONTACT)
    rls.protected("topics", rls.HOME, add=DISTRICTS_OWN, change=DISTRICTS_OWN, remove=DISTRICTS_OWN)
    at_site = f"{DISTRICTS_OWN} AND {rls.SITE}"
    rls.protected(
        "responsibilities",
        f"{rls.HOME} AND {rls.SITE}",
        add=at_site,
        change=at_site,
        remove=at_site,
    )
    for table in ("users", "memberships"):
        person = "id" if table == "users" else "user_id"
        op.execute(
            f"CREATE POLICY answering ON {table} FOR SELECT TO bomiljo_app USING ({RESIDENTS_OWN}"
            f" AND EXISTS (SELECT FROM contacts c WHERE c.user_id = {table}.{person}))"
        )
    for table in ("contacts", "contact_hours", "topics", "responsibilities"):
        rls.audited(table)


def downgrade() -> None:
    op.execute("DROP POLICY answering ON memberships; DROP POLICY answering ON users")
    op.execute("DROP TABLE responsibilities, topics, contact_hours, contacts")
