"""A correction slip from its filing to the further edition: two people, or nothing."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.kit.refusal import Refusal
from ballast.rooms.figures import queries as figures
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.models import Area
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import FilingCard
from ballast.rooms.reporting.models import CorrectionSlip
from ballast.rulebook.terms import Role
from pages.cast import JULY, Town, settle
from town import official

pytestmark = pytest.mark.django_db
WRONG: tuple[tuple[dict[str, str], str], ...] = (
    ({"reason": ""}, "slip_incomplete"), ({"reason": "长" * 401}, "slip_incomplete"),
    ({"evidence": ""}, "slip_incomplete"), ({"new": "=1+1"}, "not_an_amount"), ({"new": "1,000"}, "slip_incomplete"),
    ({"new": "-5"}, "not_an_amount"), ({"field": "serial"}, "slip_incomplete"),
)  # fmt: skip
AT = datetime(2025, 8, 20, 1, tzinfo=UTC)


@pytest.fixture
def town(db: None) -> Town:
    town = settle(sealed=True)
    official("second", Role.PROJECT_OFFICE, Area.objects.get(code="990000").pk)
    return town


def who(username: str) -> OfficialCard:
    found = people.official_of(get_user_model().objects.get(username=username), on=AT.date())
    assert found is not None
    return found


def filed(town: Town, by: str = "office", new: str = "1,200", **more: str) -> FilingCard:
    """A slip for the eastern project's July: 1,200 instead of 1,000 万元."""
    said = {"field": "month_completed", "reason": "监理月报少计一笔", "evidence": "付款凭证 2025-88 号", **more}
    return actions.file_slip(JULY, town.east, new=new, official=who(by), at=AT, **said)


def test_a_slip_counts_only_once_another_person_approved_it(town: Town) -> None:
    card = filed(town, by="county")
    assert [(one.field, one.old, one.new) for one in card.changes] == [
        ("month_completed", 10_000_000, 12_000_000), ("year_to_date", 100_000_000, 102_000_000)
    ]  # fmt: skip
    assert not CorrectionSlip.objects.exists() and figures.latest_edition(JULY) == 1
    made, editions = month.approve(card.id, official=who("office"), at=AT)
    assert [one.approver for one in made] == ["office", "office"]
    assert [(one.month, one.number) for one in editions] == [(JULY, 2)]
    assert AuditLine.objects.filter(act="file_slip", actor="county", result="done").exists()
    assert AuditLine.objects.filter(act="approve_slip", actor="office", result="done").exists()
    with pytest.raises(actions.SlipDecided):
        month.approve(card.id, official=who("second"), at=AT)


def test_the_filer_never_approves_their_own(town: Town) -> None:
    card = filed(town)
    with pytest.raises(actions.OwnSlip):
        month.approve(card.id, official=who("office"), at=AT)
    assert not CorrectionSlip.objects.exists()
    line = AuditLine.objects.filter(act="approve_slip", result="refused").get()
    assert line.actor == "office" and line.detail["code"] == "own_slip"
    assert month.approve(card.id, official=who("second"), at=AT)[1]


def test_a_slip_is_withdrawn_by_its_filer_alone_and_stays_on_the_list(town: Town) -> None:
    card = filed(town, by="county")
    with pytest.raises(actions.OwnSlip):
        actions.withdraw_slip(card.id, official=who("office"), at=AT)
    actions.withdraw_slip(card.id, official=who("county"), at=AT)
    [listed] = queries.slips(held=EVERYWHERE)
    assert listed.state == "withdrawn"
    with pytest.raises(actions.SlipDecided):
        month.approve(card.id, official=who("office"), at=AT)
    other = filed(town, by="county")
    with pytest.raises(actions.SlipIncomplete):
        actions.refuse_slip(other.id, remark=" ", official=who("office"), at=AT)
    assert actions.refuse_slip(other.id, remark="凭证不符", official=who("office"), at=AT).remark == "凭证不符"


def test_two_slips_for_one_cell_the_second_is_stale_and_both_values_are_said(town: Town) -> None:
    first, second = filed(town, by="county"), filed(town, by="county", new="1,300")
    month.approve(first.id, official=who("office"), at=AT)
    with pytest.raises(actions.Stale) as refused:
        month.approve(second.id, official=who("office"), at=AT)
    assert "1,000 万元" in refused.value.sentence.zh and "1,200 万元" in refused.value.sentence.zh
    assert [one.state for one in queries.slips(held=EVERYWHERE)] == ["filed", "approved"]


def test_what_is_no_slip_is_refused(town: Town) -> None:
    for wrong, code in WRONG:
        with pytest.raises(Refusal) as refused:
            filed(town, **wrong)
        assert refused.value.code == code, wrong
    assert not queries.slips(held=EVERYWHERE)
    assert AuditLine.objects.filter(act="file_slip", result="refused").count() == len(WRONG)
    with pytest.raises(Refusal) as refused:
        actions.file_slip(JULY, town.west, field="month_completed", new="1", reason="x", evidence="y",
                          official=who("county"), at=AT)  # fmt: skip
    assert refused.value.code == "not_your_project"


def test_the_pages_of_a_slip(town: Town) -> None:
    county, second = Client(headers={"host": "localhost"}), Client(headers={"host": "localhost"})
    county.force_login(get_user_model().objects.get(username="county"))
    second.force_login(get_user_model().objects.get(username="second"))
    asked = f"/month/{JULY}/slip/{town.east}/"
    assert "10,200" in county.get(asked, {"field": "month_completed", "new": "1200"}).content.decode()
    said = {"field": "month_completed", "new": "1200", "reason": "<i>少计</i>", "evidence": "凭证"}
    page = county.post(asked, said, follow=True).content.decode()
    assert "&lt;i&gt;少计&lt;/i&gt;" in page and "slip-approve" not in page
    [card] = queries.slips(held=EVERYWHERE)
    assert f"/months/slips/{card.id}/approve/" not in page
    assert f"/months/slips/{card.id}/approve/" in second.get("/month/slips/").content.decode()
    assert county.post(f"/months/slips/{card.id}/approve/").status_code == 403
    done = second.post(f"/months/slips/{card.id}/approve/", follow=True).content.decode()
    assert f"{JULY} (2)" in done and CorrectionSlip.objects.count() == 2
    assert "原值" in done and f'href="/month/{JULY}/reports/">要提出更正' in done, "and how to file another"
    clerk = Client(headers={"host": "localhost"})
    clerk.force_login(get_user_model().objects.get(username="east"))
    assert "请告知本县项目办" in clerk.get("/month/slips/").content.decode()
