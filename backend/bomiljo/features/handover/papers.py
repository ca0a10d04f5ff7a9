"""The receipt for keys, to be signed by both sides in the corridor."""

from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.features.residents.household_queries import full_name
from bomiljo.features.residents.model import HouseholdMember, Resident
from bomiljo.features.sites.model import Site, Unit
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.clock import today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.papers import Paper, printed_today
from bomiljo.kernel.problems import NotFound

HEAD = ("Nøkkel", "Antall", "Merket")
WIDTHS = (50, 20, 30)
KINDS = ("Inngangsdør og leilighet", "Postkasse", "Bod", "Annet")


@dataclass(frozen=True, slots=True)
class Receipt:
    site: str
    unit: str
    names: Sequence[str]
    keys: int | None
    day: date


async def key_receipt(session: AsyncSession, tenancy_id: UUID) -> Response:
    found = await session.execute(
        select(Tenancy, Unit.label, Site.name)
        .join(Unit, Unit.id == Tenancy.unit_id)
        .join(Site, Site.id == Tenancy.site_id)
        .where(Tenancy.id == tenancy_id)
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound
    lease: Tenancy = row.Tenancy
    people = (
        await session.execute(
            select(Resident.id, full_name(Resident).label("name"))
            .join(HouseholdMember, HouseholdMember.resident_id == Resident.id)
            .where(
                HouseholdMember.household_id == lease.household_id,
                func.upper(HouseholdMember.period).is_(None),
            )
            .order_by(HouseholdMember.created_at, Resident.id)
        )
    ).all()
    await disclose(session, "handover.key_receipt", [tenancy_id], [one.id for one in people])
    day = max(lease.period.lower or today(), today())
    names = [one.name for one in people]
    receipt = Receipt(row.name, row.label, names, lease.keys_handed_over, day)
    return await to_thread(_printed, receipt)


def _printed(receipt: Receipt) -> Response:
    paper = Paper("Nøkkelkvittering", f"{receipt.site} · {printed_today()}")
    paper.add_page()
    paper.heading("Nøkkelkvittering")
    paper.facts(
        (
            ("Sted", receipt.site),
            ("Leilighet", receipt.unit),
            ("Utlevert til", ", ".join(receipt.names)),
            ("Dato", f"{receipt.day:%d.%m.%Y}"),
            ("Nøkler i alt", "" if receipt.keys is None else str(receipt.keys)),
        )
    )
    paper.rows(HEAD, [(kind, "", "") for kind in KINDS], WIDTHS)
    paper.words(
        "Nøklene leveres tilbake ved utflytting. Meld fra med en gang om en nøkkel er borte."
    )
    paper.facts((("Mottatt av", ""), ("Utlevert av", "")))
    return paper.answer("nokkelkvittering")
