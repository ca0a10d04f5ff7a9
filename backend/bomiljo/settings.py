"""Every setting of the service; docs/operations.md says what each is for."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SMTP_URL = re.compile(r"smtps?://([^@/]+@)?[^@:/]+(:\d+)?")


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="BOMILJO_", extra="ignore")

    mode: Literal["demo", "production"] = "production"
    data_dir: Path = Path(".data")
    database_url: str | None = None
    migration_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(8000, validation_alias=AliasChoices("PORT", "BOMILJO_PORT"))
    public_url: str | None = None
    signing_key_file: Path | None = None
    identifier_key_file: Path | None = None
    pool_size: int = Field(6, ge=1, le=200)
    argon2_memory_kib: int = Field(19_456, ge=8)
    smtp_url: str | None = None
    smtp_password_file: Path | None = None
    mail_from: str | None = None
    sms_url: str | None = None
    sms_token_file: Path | None = None
    frontend_dir: Path = Path(__file__).parents[2] / "frontend" / "dist"

    @model_validator(mode="after")
    def production_has_its_keys(self) -> "Settings":
        missing = self.mode == "production" and not (
            self.signing_key_file and self.identifier_key_file and self.public_url
        )
        if missing and self.database_url:
            msg = (
                "production mode needs BOMILJO_SIGNING_KEY_FILE, BOMILJO_IDENTIFIER_KEY_FILE"
                " and BOMILJO_PUBLIC_URL"
            )
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def mail_has_a_sender(self) -> "Settings":
        if self.smtp_url and not (self.mail_from and SMTP_URL.fullmatch(self.smtp_url)):
            msg = "BOMILJO_SMTP_URL is smtp://host:port or smtps://…, and needs BOMILJO_MAIL_FROM"
            raise ValueError(msg)
        return self

    @property
    def service_url(self) -> str:
        if self.database_url is None:
            msg = "BOMILJO_DATABASE_URL is not set"
            raise ValueError(msg)
        return re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql+asyncpg://", self.database_url)

    @property
    def origin(self) -> str:
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def signing_key(self) -> Path:
        return self.signing_key_file or self.data_dir / "keys" / "signing.pem"

    @property
    def identifier_key(self) -> Path:
        return self.identifier_key_file or self.data_dir / "keys" / "identifiers.key"

    @property
    def files_dir(self) -> Path:
        return self.data_dir / "files"


@lru_cache
def get_settings() -> Settings:
    return Settings()
