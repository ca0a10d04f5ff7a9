"""The two logs, which the database writes and nobody changes."""

from sqlalchemy import BigInteger, Column, DateTime, MetaData, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

_LOGS = MetaData()

CHANGES = Table(
    "change_log",
    _LOGS,
    Column("id", BigInteger),
    Column("at", DateTime(timezone=True)),
    Column("district_id", Uuid),
    Column("actor_id", Uuid),
    Column("role", Text),
    Column("action", Text),
    Column("table_name", Text),
    Column("row_id", Uuid),
    Column("subject_id", Uuid),
    Column("before", JSONB),
    Column("after", JSONB),
)

DISCLOSURES = Table(
    "disclosure_log",
    _LOGS,
    Column("id", BigInteger),
    Column("at", DateTime(timezone=True)),
    Column("district_id", Uuid),
    Column("actor_id", Uuid),
    Column("role", Text),
    Column("organisation_id", Uuid),
    Column("page", Text),
    Column("purpose", Text),
    Column("record_ids", ARRAY(Uuid)),
    Column("subject_ids", ARRAY(Uuid)),
)
