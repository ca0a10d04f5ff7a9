"""Routes to the map of who answers what, and to a district's own topics."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.contacts import map_queries, responsibilities
from bomiljo.features.contacts.inputs import (
    ClearResponsibility,
    EditTopic,
    NewTopic,
    SetResponsibility,
)
from bomiljo.features.contacts.problems import (
    BackupIsOwner,
    BackupUnknown,
    NotNavs,
    OneTopic,
    OwnerElsewhere,
    OwnerUnknown,
    TopicHasAnswer,
    TopicListed,
    TopicUnknown,
    WordsMissing,
)
from bomiljo.features.contacts.schemas import MapView, OwnTopics, OwnTopicView
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "contacts")

Reader = Annotated[Actor, requires(Permission.CONTACTS_READ)]
Writer = Annotated[Actor, requires(Permission.RESPONSIBILITIES_WRITE)]


@router.get(
    "/sites/{site_id}/responsibilities",
    response_model=MapView,
    summary="Who answers what at a site, with the gaps",
    responses=problems(NotFound),
)
async def get_map(actor: Reader, db: Db, site_id: UUID) -> Response:
    return await map_queries.whole_map().show(db, site_id=site_id)


@router.post(
    "/sites/{site_id}/responsibilities",
    response_model=MapView,
    summary="Name who answers a topic",
    responses=problems(
        NotFound,
        ChangedMeanwhile,
        OneTopic,
        TopicUnknown,
        TopicHasAnswer,
        OwnerUnknown,
        OwnerElsewhere,
        BackupUnknown,
        BackupIsOwner,
        WordsMissing,
        NotNavs,
    ),
)
async def name_who_answers(
    actor: Writer, db: Db, site_id: UUID, given: SetResponsibility
) -> Response:
    await responsibilities.name(db, actor, site_id, given)
    return await map_queries.whole_map().show(db, site_id=site_id)


@router.post(
    "/responsibilities/{responsibility_id}/clear",
    response_model=MapView,
    summary="Nobody answers the topic any more: a gap in the map",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def clear_who_answers(
    actor: Writer, db: Db, responsibility_id: UUID, given: ClearResponsibility
) -> Response:
    site_id = await responsibilities.clear(db, responsibility_id, given)
    return await map_queries.whole_map().show(db, site_id=site_id)


@router.get("/topics", summary="What can be asked about: the catalogue and the district's own")
async def list_topics(actor: Reader, db: Db) -> OwnTopics:
    return await responsibilities.topics(db, actor)


@router.post(
    "/topics",
    status_code=201,
    summary="Add a topic of the district's own",
    responses=problems(TopicListed),
)
async def add_topic(actor: Writer, db: Db, new: NewTopic) -> OwnTopicView:
    return await responsibilities.add_topic(db, actor, new)


@router.patch(
    "/topics/{topic_id}",
    summary="Rename a topic of the district's own",
    responses=problems(NotFound, ChangedMeanwhile, TopicListed),
)
async def rename_topic(actor: Writer, db: Db, topic_id: UUID, edit: EditTopic) -> OwnTopicView:
    return await responsibilities.rename_topic(db, topic_id, edit)


@router.delete(
    "/topics/{topic_id}",
    status_code=204,
    summary="Take away a topic of the district's own, and who answered it",
    responses=problems(NotFound),
)
async def remove_topic(actor: Writer, db: Db, topic_id: UUID) -> None:
    await responsibilities.remove_topic(db, topic_id)
