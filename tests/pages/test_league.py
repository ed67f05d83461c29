"""The league's pages: who sees which place before and after publication, each look at a secret place noted."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from ballast import month
from ballast.kit.audit import AuditLine
from rooms.league.cast import JUNE, MAY, NAMES, sealing, settle
from town import everybody

pytestmark = pytest.mark.django_db
PAGES = {
    "places": f"/league/?month={JUNE}", "own": f"/league/subject/?month={JUNE}&sheet=counties&subject=990001",
    "other": f"/league/subject/?month={JUNE}&sheet=counties&subject=990003", "year": f"/league/year/?month={JUNE}",
}  # fmt: skip
BUSINESS = ("office", "county", "east", "land", "leader", "west")


@pytest.fixture
def city() -> None:
    ids = settle()
    everybody({"city": ids["990000"], "east": ids["990001"], "west": ids["990002"]})
    for of in (MAY, JUNE):
        month.seal(of, at=sealing(of), by="office")


def page(member: str, address: str) -> tuple[int, str]:
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(get_user_model().objects.get(username=member))
    answer = client.get(address)
    return answer.status_code, answer.content.decode()


def named(text: str) -> set[str]:
    """The counties that a page names in its table of places."""
    table = text.partition('<table class="league">')[2].partition("</table>")[0]
    return {name for name in NAMES if name in table}


def publish() -> int:
    client = Client()
    client.force_login(get_user_model().objects.get(username="office"))
    said = {"month": JUNE, "sheet": "counties", "edition": "1"}
    status = client.post("/league/publish/", said).status_code
    return int(status)


@pytest.mark.usefixtures("city")
def test_before_publication_only_the_office_sees_places_and_every_look_is_noted() -> None:
    for member in BUSINESS:
        status, text = page(member, PAGES["places"])
        assert (status, named(text)) == (200, set(NAMES) if member == "office" else set()), member
        assert page(member, PAGES["own"])[0] == (200 if member == "office" else 404), member
    looks = AuditLine.objects.filter(act="view", actor="office")
    assert all(line.detail["shown"]["ranking"]["count"] == 4 for line in looks) and looks.count() == 2
    assert not AuditLine.objects.filter(act="view").exclude(actor="office")


@pytest.mark.usefixtures("city")
def test_after_both_ends_are_published_each_sees_them_and_their_own() -> None:
    assert publish() == 302
    both = {NAMES[1], NAMES[3]}
    seen = {"land": both, "leader": both, "county": both | {NAMES[0]}, "east": both | {NAMES[0]}, "west": both}
    for member, names in seen.items():
        assert named(page(member, PAGES["places"])[1]) == names, member
        assert page(member, PAGES["other"])[0] == 404
        assert page(member, PAGES["own"])[0] == (200 if member in ("county", "east") else 404)
        assert named(page(member, PAGES["year"])[1]) == names, member
    assert AuditLine.objects.filter(act="view", actor="east").exists()
    assert not AuditLine.objects.filter(act="view", actor="land").exists()


@pytest.mark.usefixtures("city")
def test_a_county_reads_its_score_down_to_the_projects_and_appeals_there() -> None:
    publish()
    status, text = page("county", PAGES["own"] + "&indicator=progress")
    assert status == 200
    for said in ("年度计划完成率", "东港区项目1", "功效系数", "对某项得分提出申诉"):
        assert said in text, said
    assert "与 2025-05 相比" not in text  # May was not published
    assert "对某项得分提出申诉" not in page("east", PAGES["own"])[1]  # a reporter does not appeal
    assert "距第 1 名" in page("office", PAGES["own"])[1]
    month.seal(JUNE, at=sealing(JUNE) + timedelta(days=1), by="office", reason="复核")
    assert "第 2 版" in page("office", PAGES["places"])[1] and "看第 1 版" in page("office", PAGES["places"])[1]
    assert "第 1 版" in page("land", PAGES["places"])[1]
