"""What the later rooms tell of the demo district."""

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

import pytest
from bomiljo.demo.accounts import RESIDENT_CODES

from tests.demo import Demo, running

BREDTVETVEIEN = UUID("8464c996-5b6b-58b4-a5af-eb43ca4b38f9")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with running(tmp_path_factory.mktemp("demo")) as loaded:
        yield loaded


def test_a_resident_reads_whom_to_ask_and_two_topics_have_nobody(demo: Demo) -> None:
    shown = demo.named("ingrid").get(f"sites/{BREDTVETVEIEN}/responsibilities").json()
    missing = [one["topic"] for one in shown["items"] if one["gap"]]
    assert missing == ["bank_eid", "children_school"]
    assert shown["gaps"] == 2
    client = demo.somebody()
    code = {"code": RESIDENT_CODES[5].code}
    client.post("portal/activate", json=code).raise_for_status()
    about = {one["topic"]: one for one in client.get("portal/whom-to-ask").json()["items"]}
    assert about["landlord"]["owner"]["phone"] == "41200042"
    assert about["noise_neighbour"]["owner"]["hours"][0] == {
        "weekday": 1, "from_time": "08:00", "to_time": "15:30", "note": None
    }  # fmt: skip
    assert not {"bank_eid", "children_school"} & about.keys()


def test_the_flats_have_the_same_27_pieces_but_one_for_a_reason(demo: Demo) -> None:
    pieces = Counter(
        found
        for (found,) in demo.rows(
            "SELECT sum(l.quantity) FROM checklists c"
            " JOIN checklist_lines l ON l.checklist_id = c.id WHERE c.kind = 'first' GROUP BY c.id"
        )
    )
    assert pieces == {27: 35, 26: 1}
    assert demo.rows("SELECT item, reason IS NOT NULL FROM checklist_lines WHERE quantity = 0") == [
        ("Skobrett", True)
    ]


def test_a_flat_is_ready_in_the_list_when_it_is_in_the_house(demo: Demo) -> None:
    found = demo.named("ali").get("furnishing/units?limit=100&use=dwelling").json()["items"]
    being_furnished = {one["label"] for one in found if one["state"] == "being_furnished"}
    open_lists = {one["label"] for one in found if not one["checklist"]["ready_at"]}
    assert being_furnished == open_lists == {"207", "311"}


def test_the_crew_has_a_week_under_way_and_one_behind_it(demo: Demo) -> None:
    day = demo.named("ali").get("crew/my-day").json()
    assert [task["assignment"]["room"] for task in day["tasks"]] == ["Møbler"]
    weeks = demo.named("linda").get("crew/weeks").json()["items"]
    assert [(one["youths"], one["leaders"], one["signed"]) for one in weeks] == [(5, 2, 1)] * 2
    over = demo.named("linda").get(f"crew/weeks/{weeks[1]['id']}").json()
    paper = demo.named("linda").get(f"crew/members/{over['members'][0]['id']}/attest")
    assert paper.headers["content-type"] == "application/pdf"


def test_the_waiting_web_has_medians_and_people_at_differing_stages(demo: Demo) -> None:
    times = demo.named("hanne").get(f"sites/{BREDTVETVEIEN}/waiting-times").json()
    medians = {one["code"]: one["median_days"] for one in times["items"]}
    assert medians["DNR_OR_FNR"] > medians["MOVE_REPORTED"] > 0
    waiting = demo.named("ingrid").get("milestones?status=waiting_external").json()["items"]
    assert {one["code"] for one in waiting} >= {"BANK_ACCOUNT", "EID", "DNR_OR_FNR"}
    blocked = demo.named("ingrid").get("milestones?blocked=true").json()["items"]
    assert {one["code"] for one in blocked} >= {"VIPPS", "TAX_CARD"}
