"""One's own reminders on the site, and the office's page of what was sent."""

import pytest
from django.utils import timezone

from ballast.kit.audit import AuditLine
from ballast.rooms.reminders.models import Digest, Message, Preference
from ballast.rulebook.reminders import OBLIGATORY, Kind
from pages.cast import settle
from pages.test_calendar import signed_in

pytestmark = pytest.mark.django_db
KEY = "693a91f6-0000-4bc4-97a0-0ec2sifa5aaa"
HOOK = f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}"
FORM = {"hour": "9", "kinds": ["due"], "quiet": ["4"], "to.wecom": HOOK}


@pytest.fixture(autouse=True)
def town() -> None:
    settle()


def test_a_person_sets_their_reminders_and_the_address_is_not_shown_again() -> None:
    east = signed_in("east")
    page = east.post("/reminders/", FORM, follow=True).content.decode()
    assert "提醒设置已保存" in page and "已设置" in page and KEY not in page
    kept = Preference.objects.get(who="east")
    assert (kept.hour, kept.quiet, kept.channels) == (9, [4], ["wecom"])
    assert set(kept.kinds_off) == {str(kind) for kind in Kind} - {"due"} - set(map(str, OBLIGATORY))
    east.post("/reminders/", {"hour": "10", "drop.wecom": "on", "muted": "on"})
    kept.refresh_from_db()
    assert (kept.hour, kept.muted, kept.channels, kept.addresses) == (10, True, [], "")
    assert AuditLine.objects.filter(act="tune_reminders", actor="east").count() == 2


@pytest.mark.parametrize("said", [{"to.wecom": "http://169.254.169.254/"}, {"hour": "²"}, {"quiet": list("01234")}])
def test_what_cannot_be_is_refused_with_a_sentence(said: dict[str, object]) -> None:
    answer = signed_in("east").post("/reminders/", FORM | said)
    assert answer.status_code == 400 and 'role="alert"' in answer.content.decode()
    assert not Preference.objects.exists()


def test_the_office_sees_what_was_sent_to_everybody_and_others_their_own() -> None:
    day = timezone.localdate()
    for who in ("east", "west"):
        digest = Digest.objects.create(who=who, day=day, state="made", counts={"late": 3}, laid_at=timezone.now())
        Message.objects.create(digest=digest, channel="wecom", state="given_up" if who == "west" else "sent")
    page = signed_in("office").get("/reminders/sent/").content.decode()
    assert "east" in page and "west" in page and "逾期 3" in page
    page = signed_in("office").get("/reminders/sent/?state=given_up&day=x").content.decode()
    assert "<td>west</td>" in page and "<td>east</td>" not in page
    mine = signed_in("east").get("/reminders/").content.decode()
    assert "逾期 3" in mine and "已发" in mine and "west" not in mine
    assert signed_in("east").get("/reminders/sent/").status_code == 403
