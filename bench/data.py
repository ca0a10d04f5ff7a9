"""A district with 100 000 incidents, 20 000 activities and as many meetings, put there at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import httpx
import psycopg
from alembic import command
from alembic.config import Config
from bomiljo.access import tokens
from bomiljo.access.roles import Role
from bomiljo.embedded import ensure_database, postgres

from tests.factories import House

ROOT = Path(__file__).parents[1]
INCIDENTS = 100_000
LIFETIME = timedelta(hours=2)
ORIGIN = "http://bench"

FILL = """
ALTER TABLE incidents DISABLE TRIGGER USER;
ALTER TABLE incident_entries DISABLE TRIGGER USER;
ALTER TABLE incident_pictures DISABLE TRIGGER USER;
INSERT INTO incidents (id, district_id, site_id, unit_id, created_at, category, severity, status,
                       title, description, occurred_at, reporter_user_id, responsible,
                       assigned_to, sharing)
SELECT gen_random_uuid(), %(district)s, %(site)s, (%(units)s)[1 + n %% cardinality(%(units)s)],
       now() - n * interval '5 minutes',
       (ARRAY['leak', 'noise', 'smoke', 'lock_access', 'laundry_common'])[1 + n %% 5],
       (ARRAY['low', 'medium', 'medium', 'serious'])[1 + n %% 4],
       (ARRAY['new', 'in_progress', 'waiting', 'closed', 'closed', 'closed', 'in_progress'])
           [1 + n %% 7],
       'Hendelse nummer ' || n, 'Det drypper fra taket på badet.', now() - n * interval '5 minutes',
       %(user)s, 'district', %(user)s, 0
FROM generate_series(1, %(count)s) n;
UPDATE incidents SET closed_at = created_at + interval '1 day' WHERE status = 'closed';
INSERT INTO incident_entries (id, district_id, incident_id, audience, kind, body, author_user_id,
                              created_at)
SELECT gen_random_uuid(), district_id, id,
       (ARRAY['internal', 'partners', 'reporter'])[1 + k %% 3], 'note',
       'Har snakket med beboeren og vaktmester.', reporter_user_id,
       created_at + k * interval '1 hour'
FROM incidents, generate_series(1, 4) k;
INSERT INTO incident_pictures (id, district_id, incident_id, audience, storage_key, content_type,
                               width, height, bytes, author_user_id)
SELECT gen_random_uuid(), district_id, id, 'internal', 'bench', 'image/jpeg', 1600, 1200, 240000,
       reporter_user_id
FROM incidents, generate_series(1, 2) k;
INSERT INTO activities (id, district_id, site_id, title, status, week, day, starts, ends,
                        responsible_user_id, capacity)
SELECT gen_random_uuid(), %(district)s, %(site)s, 'Tur til Sognsvann', 'confirmed',
       date_trunc('week', current_date + (n / 3 - 3000))::date, current_date + (n / 3 - 3000),
       '12:00', '15:00', %(user)s, 20
FROM generate_series(1, 20000) n;
INSERT INTO meetings (id, district_id, site_id, kind, title, organisations, begins_at, ends_at,
                      place)
SELECT gen_random_uuid(), %(district)s, %(site)s, 'nav', 'Samarbeid med Nav',
       '{district,nav}', now() + (n - 10000) * interval '4 hours',
       now() + (n - 10000) * interval '4 hours' + interval '1 hour', 'Felleshuset'
FROM generate_series(1, 20000) n;
INSERT INTO meeting_participants (id, district_id, meeting_id, user_id)
SELECT gen_random_uuid(), district_id, id, %(user)s FROM meetings;
ALTER TABLE incidents ENABLE TRIGGER USER;
ALTER TABLE incident_entries ENABLE TRIGGER USER;
ALTER TABLE incident_pictures ENABLE TRIGGER USER;
"""


@dataclass(frozen=True)
class Filled:
    """What a request needs to know of the district, and who asks."""

    owner_url: str
    service_url: str
    data_dir: Path
    district_id: UUID
    site_id: UUID
    unit_id: UUID
    incident_id: UUID
    user_id: UUID
    session_id: UUID
    token: str
    settler_token: str
    week: tuple[date, date]


@contextmanager
def filled(directory: Path) -> Iterator[Filled]:
    with postgres(directory / "pg") as server:
        urls = ensure_database(server)
        config = Config(toml_file=ROOT / "backend" / "pyproject.toml")
        config.attributes["url"] = urls.owner
        command.upgrade(config, "head")
        with psycopg.connect(urls.owner.replace("+psycopg", ""), autocommit=True) as db:
            yield _fill(db, urls.owner, urls.app, directory)


def _fill(db: psycopg.Connection, owner: str, service: str, directory: Path) -> Filled:
    signing = tokens.load(directory / "keys" / "signing.pem", ORIGIN)
    house = House.built(db, ORIGIN, signing, httpx.HTTPTransport())
    units = [house.unit(f"{number}") for number in range(101, 136)]
    worker, settler = house.as_(Role.ENV_WORKER), house.as_(Role.SETTLER)
    values = {
        "district": house.district,
        "site": house.site,
        "units": units,
        "user": worker.id,
        "count": INCIDENTS,
    }
    with psycopg.ClientCursor(db) as cursor:
        for statement in filter(str.strip, FILL.split(";")):
            cursor.execute(statement, values)
        cursor.execute("VACUUM ANALYZE")
        found = cursor.execute(
            "SELECT id FROM incidents WHERE status = 'in_progress' ORDER BY created_at DESC LIMIT 1"
        ).fetchone()
    assert found is not None
    monday = date.today() - timedelta(days=date.today().weekday())  # noqa: DTZ011
    return Filled(
        owner_url=owner,
        service_url=service,
        data_dir=directory,
        district_id=house.district,
        site_id=house.site,
        unit_id=units[0],
        incident_id=found[0],
        user_id=worker.id,
        session_id=worker.session_id,
        token=signing.issue(worker.session_id, worker.id, lifetime=LIFETIME),
        settler_token=signing.issue(settler.session_id, settler.id, lifetime=LIFETIME),
        week=(monday, monday + timedelta(days=6)),
    )
