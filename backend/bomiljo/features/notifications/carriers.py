"""How a message leaves the house: e-mail by SMTP, SMS by an HTTP gateway.

Each reaches its peer first, then says that it hands over, and only then gives the message away.
What fails before or is plainly refused may be tried again; what breaks off after may have arrived.
"""

import asyncio
import smtplib
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from typing import Protocol
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from bomiljo.features.notifications.model import Channel
from bomiljo.settings import Settings

PATIENCE = 30.0


class Undelivered(Exception):
    """It did not arrive, as far as we know; its text is a code for those who look after it."""

    again = False


class NotNow(Undelivered):
    """Later it may go."""

    again = True


class Never(Undelivered):
    """It was refused for good."""


class InDoubt(Undelivered):
    """It may have arrived, so it is not sent again."""


@dataclass(frozen=True, slots=True)
class Message:
    id: UUID
    address: str
    subject: str
    text: str


HandOver = Callable[[], Awaitable[None]]


class Carrier(Protocol):
    async def send(self, message: Message, hand_over: HandOver) -> None:
        """Give `message` away; Undelivered when that does not succeed."""


@dataclass(frozen=True, slots=True)
class Smtp:
    url: str
    sender: str
    password: str | None

    async def send(self, message: Message, hand_over: HandOver) -> None:
        line = await asyncio.to_thread(self._addressed, message)
        try:
            await hand_over()
            await asyncio.to_thread(_give, line, self._written(message))
        finally:
            line.close()

    def _addressed(self, message: Message) -> smtplib.SMTP:
        """A connection that has agreed to take a letter to this address."""
        try:
            line = self._connected()
            line.mail(self.sender)
            code, _ = line.rcpt(message.address)
        except (OSError, smtplib.SMTPException) as error:
            raise NotNow(type(error).__name__) from error
        if code not in {250, 251}:
            line.close()
            raise (Never if code >= 500 else NotNow)(f"smtp_{code}")
        return line

    def _connected(self) -> smtplib.SMTP:
        to = urlsplit(self.url)
        host, context = to.hostname or "", ssl.create_default_context()
        if to.scheme == "smtps":
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                host, to.port or 465, timeout=PATIENCE, context=context
            )
        else:
            line = smtplib.SMTP(host, to.port or 25, timeout=PATIENCE)
            line.ehlo()
            if line.has_extn("starttls"):
                line.starttls(context=context)
        line.ehlo_or_helo_if_needed()
        if to.username:
            line.login(to.username, self.password or "")
        return line

    def _written(self, message: Message) -> bytes:
        letter = EmailMessage()
        letter["From"], letter["To"] = self.sender, message.address
        letter["Subject"], letter["Date"] = message.subject, formatdate()
        letter["Message-ID"] = f"<{message.id}@{self.sender.rpartition('@')[2]}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(message.text)
        return letter.as_bytes()


def _give(line: smtplib.SMTP, letter: bytes) -> None:
    try:
        code, _ = line.data(letter)
    except smtplib.SMTPDataError as error:
        code = error.smtp_code
    except (OSError, smtplib.SMTPException) as error:
        raise InDoubt("in_doubt") from error
    if code != 250:
        raise (Never if code >= 500 else NotNow)(f"smtp_{code}")


@dataclass(frozen=True, slots=True)
class Sms:
    """A gateway that takes `{"to", "text", "id"}` as JSON, with a bearer token."""

    url: str
    token: str | None

    async def send(self, message: Message, hand_over: HandOver) -> None:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        said = {"to": message.address, "text": message.text, "id": str(message.id)}
        async with httpx.AsyncClient(timeout=PATIENCE, headers=headers) as client:
            await hand_over()
            try:
                answer = await client.post(self.url, json=said)
            except httpx.ConnectError as error:
                raise NotNow(type(error).__name__) from error
            except httpx.HTTPError as error:
                raise InDoubt("in_doubt") from error
        if answer.is_success:
            return
        later = answer.status_code in {408, 425, 429} or answer.is_server_error
        raise (NotNow if later else Never)(f"http_{answer.status_code}")


def carriers(settings: Settings) -> Mapping[Channel, Carrier]:
    """The ways out that this house has."""
    found: dict[Channel, Carrier] = {}
    if settings.smtp_url and settings.mail_from:
        password = settings.smtp_password_file
        secret = password.read_text().strip() if password else None
        found[Channel.EMAIL] = Smtp(settings.smtp_url, settings.mail_from, secret)
    if settings.sms_url:
        token = settings.sms_token_file
        found[Channel.SMS] = Sms(settings.sms_url, token.read_text().strip() if token else None)
    return found
