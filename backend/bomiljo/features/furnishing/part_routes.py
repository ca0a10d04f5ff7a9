"""Routes to the joint order, what is missing, and the proof of equal treatment."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.furnishing import (
    equality,
    order_queries,
    ordering,
    papers,
    planning,
    sheets,
)
from bomiljo.features.furnishing.inputs import Arrived, AskWindow, NewOrders, PutStock, SetWindow
from bomiljo.features.furnishing.order_schemas import (
    Advice,
    NeedQuery,
    Needs,
    Ordered,
    OrderPage,
    OrderView,
    ShortagePage,
)
from bomiljo.features.furnishing.problems import (
    DayOfRest,
    DeliveryInThePast,
    DeliverySiteUnknown,
    EverythingDelivered,
    MoreArrivedThanOrdered,
    NeighbourBusy,
    NothingToOrder,
    OrderLineUnknown,
    OtherDelivery,
    QuietHours,
    WindowEndsFirst,
)
from bomiljo.features.furnishing.schemas import (
    EqualTreatment,
    FurnishingScope,
    PaperQuery,
    SheetQuery,
    SiteListQuery,
)
from bomiljo.kernel.papers import PDF_ANSWER
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("/furnishing")

Reader = Annotated[Actor, requires(Permission.FURNISHING_READ)]
Ticker = Annotated[Actor, requires(Permission.FURNISHING_TICK)]
Writer = Annotated[Actor, requires(Permission.FURNISHING_WRITE)]


@router.get("/equal-treatment", summary="Whether all flats have the same, and which differ why")
async def prove_equal_treatment(
    actor: Reader, db: Db, query: Annotated[FurnishingScope, Query()]
) -> EqualTreatment:
    return await equality.prove(db, actor, query.site_id)


@router.get("/shortages", response_model=ShortagePage, summary="What is missing, across the units")
async def list_shortages(
    actor: Reader, db: Db, query: Annotated[SiteListQuery, Query()]
) -> Response:
    listing = order_queries.shortages(
        of_site=query.site_id is not None, continued=query.cursor is not None
    )
    return await listing.show(db, query, query.values_for(actor))


@router.get("/needs", summary="What the lists of a site need and nobody has ordered")
async def list_needs(actor: Reader, db: Db, query: Annotated[NeedQuery, Query()]) -> Needs:
    return await order_queries.needs(db, actor, query.site_id)


@router.put(
    "/stock",
    summary="How many of an article are in stock at a site",
    responses=problems(DeliverySiteUnknown),
)
async def put_stock(actor: Ticker, db: Db, given: PutStock) -> Needs:
    await ordering.put_stock(db, actor, given)
    return await order_queries.needs(db, actor, given.site_id)


@router.get("/orders", response_model=OrderPage, summary="Joint orders, the newest first")
async def list_orders(actor: Reader, db: Db, query: Annotated[SiteListQuery, Query()]) -> Response:
    listing = order_queries.orders(
        of_site=query.site_id is not None, continued=query.cursor is not None
    )
    return await listing.show(db, query, query.values_for(actor))


@router.post(
    "/orders",
    status_code=201,
    summary="Order what is needed, jointly: one order for each supplier",
    responses=problems(DeliverySiteUnknown, NothingToOrder),
)
async def order_jointly(actor: Writer, db: Db, new: NewOrders) -> Ordered:
    return await ordering.order(db, actor, new)


@router.post(
    "/orders/{order_id}/deliveries",
    response_model=OrderView,
    summary="How many of each have come so far",
    responses=problems(NotFound, ChangedMeanwhile, OrderLineUnknown, MoreArrivedThanOrdered),
)
async def receive_delivery(actor: Ticker, db: Db, order_id: UUID, given: Arrived) -> Response:
    await ordering.receive(db, actor, order_id, given)
    return await order_queries.order().show(db, order_id=order_id)


@router.post(
    "/orders/{order_id}/delivery-window/advice",
    summary="What stands against a delivery at that time, and which times are better",
    responses=problems(NotFound, WindowEndsFirst),
)
async def advise_delivery_window(actor: Reader, db: Db, order_id: UUID, asked: AskWindow) -> Advice:
    return await planning.advise(db, order_id, asked)


@router.post(
    "/orders/{order_id}/delivery-window",
    response_model=OrderView,
    summary="Say when the lorry comes; a refusal carries the reasons and three better times",
    responses=problems(
        NotFound,
        ChangedMeanwhile,
        WindowEndsFirst,
        DeliveryInThePast,
        DayOfRest,
        QuietHours,
        NeighbourBusy,
        OtherDelivery,
        EverythingDelivered,
    ),
)
async def set_delivery_window(actor: Writer, db: Db, order_id: UUID, given: SetWindow) -> Response:
    await planning.set_window(db, actor, order_id, given)
    return await order_queries.order().show(db, order_id=order_id)


@router.delete(
    "/orders/{order_id}/delivery-window",
    status_code=204,
    summary="The lorry does not come then after all",
    responses=problems(NotFound),
)
async def take_back_delivery_window(actor: Writer, db: Db, order_id: UUID) -> None:
    await planning.take_back(db, order_id)


@router.get(
    "/orders/{order_id}/sheet",
    response_class=Response,
    summary="An order for the supplier: plain text, a workbook or a paper",
    responses=problems(NotFound) | sheets.ANSWER,
)
async def get_order_sheet(
    actor: Reader, db: Db, order_id: UUID, query: Annotated[SheetQuery, Query()]
) -> Response:
    return await sheets.order_sheet(db, order_id, query.form)


@router.get(
    "/papers",
    response_class=Response,
    summary="The checklists on paper, a page for each unit",
    responses=problems(NotFound) | PDF_ANSWER,
)
async def get_checklist_papers(
    actor: Reader, db: Db, query: Annotated[PaperQuery, Query()]
) -> Response:
    return await papers.checklists(db, actor, query)
