from datetime import date

from bomiljo.features.tenancies.model import TenancyKind
from bomiljo.kernel.views import View


class OwnLease(View):
    """Of the flat I live in, else of the one I shall move into; empty without a lease."""

    kind: TenancyKind | None
    from_day: date | None
    contract_ends_on: date | None
    unit_label: str | None
