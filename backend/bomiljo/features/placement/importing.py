"""A list of persons from a file: read, shown with what is doubtful, stored whole or not at all.

Nothing is kept between preview and import: the file comes again with what was corrected, and is
read again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from anyio import CapacityLimiter, to_thread
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.placement import adding_up, checking, known
from bomiljo.features.placement.adding_up import Together
from bomiljo.features.placement.checking import Person
from bomiljo.features.placement.fields import KNOWN, Field
from bomiljo.features.placement.inputs import ImportList, Reading
from bomiljo.features.placement.model import PlacementSettings, SettlementRequest
from bomiljo.features.placement.problems import ColumnsDoNotFit, ListHasErrors, NobodyOnTheList
from bomiljo.features.placement.schemas import (
    PreviewColumn,
    PreviewRow,
    PreviewView,
    Weight,
    withheld,
)
from bomiljo.features.placement.storing import appoint, store
from bomiljo.kernel.sealing import Seal
from bomiljo.kernel.sheets import Sheet, normal, read

READERS = CapacityLimiter(1)


@dataclass(frozen=True, slots=True)
class Upload:
    file: BinaryIO
    name: str


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it was understood."""

    sheet: Sheet
    columns: tuple[Field | None, ...]
    people: list[Person]
    left_out: list[Person]
    households: list[Together]

    def findings(self, severity: Weight) -> int:
        return sum(one.severity is severity for who in self.people for one in who.findings)


async def preview(
    session: AsyncSession, actor: Actor, seal: Seal, upload: Upload, how: Reading
) -> PreviewView:
    found = await _understood(session, actor, seal, upload, how)
    protected = _protected_refs(found, how)
    return PreviewView(
        sheet=found.sheet.name,
        encoding=found.sheet.encoding,
        columns=[
            PreviewColumn(heading=heading, field=about)
            for heading, about in zip(found.sheet.headings, found.columns, strict=True)
        ],
        withheld=sorted(withheld(actor)),
        rows=sorted(
            [
                *(_row(one, protected, left_out=False) for one in found.people),
                *(_row(one, protected, left_out=True) for one in found.left_out),
            ],
            key=lambda row: row.line,
        ),
        households=len(found.households),
        people=len(found.people),
        protected=sum(len(one.people) for one in found.households if one.ref in protected),
        errors=found.findings(Weight.ERROR),
        warnings=found.findings(Weight.WARNING),
    )


def _row(one: Person, protected: set[str], *, left_out: bool) -> PreviewRow:
    return PreviewRow(
        line=one.line,
        household=one.household,
        left_out=left_out,
        protected=not left_out and one.household in protected,
        values={about.value: text for about, text in one.said.items() if text},
        findings=[] if left_out else one.findings,
    )


def _protected_refs(found: Read, how: Reading) -> set[str]:
    return {
        one.ref for one in found.households if one.is_protected(grades_checked=how.grades_checked)
    }


async def bring_in(
    session: AsyncSession, actor: Actor, seal: Seal, upload: Upload, new: ImportList
) -> SettlementRequest:
    found = await _understood(session, actor, seal, upload, new)
    if not found.people:
        raise NobodyOnTheList
    if errors := found.findings(Weight.ERROR):
        raise ListHasErrors(count=errors)
    hidden = _protected_refs(found, new)
    await appoint(session, actor, new.guardians, needed=bool(hidden))
    request = SettlementRequest(
        district_id=actor.district_id,
        imported_by=actor.id,
        **new.model_dump(include={"reference", "received_on", "answer_due"}),
    )
    session.add(request)
    await session.flush()
    await store(session, seal, request, found.households, new)
    await _remember(session, actor, found)
    return request


async def _understood(
    session: AsyncSession, actor: Actor, seal: Seal, upload: Upload, how: Reading
) -> Read:
    sheet = await to_thread.run_sync(partial(read, upload.file, upload.name), limiter=READERS)
    columns = how.columns and tuple(how.columns)
    columns = columns or _guessed(sheet, await _headings(session, actor))
    named = [one for one in columns if one]
    if len(columns) != len(sheet.headings) or len({*named}) < len(named):
        raise ColumnsDoNotFit
    people = await to_thread.run_sync(
        partial(_people, sheet, columns, withheld(actor), how), limiter=READERS
    )
    out = {*how.left_out}
    staying = [one for one in people if one.line not in out]
    checking.twice(staying)
    households = adding_up.households(staying)
    await known.mark(session, seal, staying)
    left_out = [one for one in people if one.line in out]
    return Read(sheet, columns, staying, left_out, households)


def _people(
    sheet: Sheet, columns: Sequence[Field | None], hidden: frozenset[Field], how: Reading
) -> list[Person]:
    corrected: dict[int, dict[Field, str]] = {}
    for fix in how.fixes:
        if fix.field not in hidden:
            corrected.setdefault(fix.line, {})[fix.field] = fix.value
    found = []
    for row in sheet.rows:
        fixes = corrected.get(row.line, {})
        said = {
            about: text
            for about, text in zip(columns, row.cells, strict=True)
            if about and about not in hidden
        }
        formulas = [
            about
            for number, about in enumerate(columns)
            if about and number in row.formulas and about not in fixes
        ]
        found.append(checking.person(row.line, said | fixes, formulas))
    return found


def _guessed(sheet: Sheet, remembered: dict[str, str]) -> tuple[Field | None, ...]:
    """By what the district said of a heading before, else by its words; each field once."""
    taken: set[Field] = set()
    columns: list[Field | None] = []
    for heading in sheet.headings:
        word = normal(heading)
        told = remembered.get(word)
        about = (Field(told) if told else None) if told is not None else KNOWN.get(word)
        columns.append(None if about in taken else about)
        taken |= {about} if about else set()
    return tuple(columns)


async def _headings(session: AsyncSession, actor: Actor) -> dict[str, str]:
    found = await session.scalar(
        select(PlacementSettings.headings).where(PlacementSettings.district_id == actor.district_id)
    )
    return found or {}


async def _remember(session: AsyncSession, actor: Actor, found: Read) -> None:
    """What this file's headings meant; an empty word for one that means nothing here."""
    settings = await session.scalar(
        select(PlacementSettings)
        .where(PlacementSettings.district_id == actor.district_id)
        .with_for_update()
    )
    if settings is None:
        settings = PlacementSettings(district_id=actor.district_id, headings={})
        session.add(settings)
    told = {
        normal(heading): about.value if about else ""
        for heading, about in zip(found.sheet.headings, found.columns, strict=True)
        if heading
    }
    settings.headings = settings.headings | told
    await session.flush()
