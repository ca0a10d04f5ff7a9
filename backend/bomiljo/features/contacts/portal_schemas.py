from uuid import UUID

from bomiljo.features.contacts.model import AnswerRule, Topic
from bomiljo.features.contacts.schemas import AskedView
from bomiljo.kernel.views import View


class AskAbout(View):
    """A topic with whom to ask. `say_this` is the answer itself, in Norwegian."""

    topic: Topic | None
    topic_id: UUID | None
    title: str | None
    rule: AnswerRule
    say_this: str | None
    owner: AskedView | None
    backup: AskedView | None


class WhomToAsk(View):
    items: list[AskAbout]
