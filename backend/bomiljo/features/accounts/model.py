from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord


class Invitation(TenantRecord):
    """A link with which somebody chooses their own password, once; one at a time."""

    __tablename__ = "account_invitations"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        Index(
            "uq_account_invitations_open",
            "user_id",
            unique=True,
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
