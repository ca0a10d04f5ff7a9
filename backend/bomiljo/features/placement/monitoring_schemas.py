"""Who lives in a house, as counts alone."""

from datetime import date
from uuid import UUID

from bomiljo.features.placement.board_schemas import BandView, Measure, WarningView
from bomiljo.kernel.views import View


class CountView(View):
    """`count` is null where it is too small to be shown to the reader's role."""

    measure: Measure
    key: str
    count: int | None
    of: int


class MomentView(View):
    on: date
    households: int
    people: int
    shares: list[CountView]


class CompositionView(View):
    """`moments`: the first of each month, the last one today. No person, no flat."""

    site_id: UUID
    moments: list[MomentView]
    bands: list[BandView]
    bands_version: int
    warnings: list[WarningView]
