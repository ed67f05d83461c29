"""One digest a day a person, over real servers on loopback: sent once, tried again where it failed, never twice."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.workdays.entering import settle_day
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reminders import actions, channels, queries
from ballast.rooms.reminders.actions import CITY, NoSuchWish, deliver, lay, tune
from ballast.rooms.reminders.cards import Channel, State, Transport
from ballast.rooms.reminders.channels import NoAddress
from ballast.rooms.reminders.models import Digest, Message, Preference
from ballast.rulebook.reminders import Wishes
from ballast.rulebook.terms import Role
from plugins.receiving import Robot, post_office, robot
from plugins.serving import free_port
from rooms.reporting.cast import county, person

pytestmark = pytest.mark.django_db
MORNING = datetime(2025, 8, 5, 1, tzinfo=UTC)  # Tuesday, nine o'clock in the city: July is to be reported to the 5th
KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"
HEX = "a1" * 32
LINK = "https://ballast.city"


@pytest.fixture
def hook() -> Iterator[Robot]:
    with robot() as standing:
        yield standing


@pytest.fixture
def clerk() -> OfficialCard:
    """The reporter of a county with projects that are due."""
    return person("lin", Role.REPORTER, county().area_id)


def transport(hook: Robot, **more: object) -> Transport:
    servers = dict.fromkeys((Channel.WECOM, Channel.DINGTALK, Channel.FEISHU), f"{hook.address}/send")
    return Transport(**{"servers": servers, "link": LINK, **more})  # type: ignore[arg-type]


def reached(clerk: OfficialCard, channel: Channel = Channel.WECOM, text: str = KEY, **wishes: object) -> None:
    tune(clerk, Wishes(**wishes), {channel: text}, at=MORNING)  # type: ignore[arg-type]


def laid(way: Transport, at: datetime = MORNING) -> list[int]:
    ids: list[int] = []
    lay(at=at, transport=way, enqueue=ids.append)
    return ids


def sent(digest: int, way: Transport, at: datetime = MORNING) -> timedelta | None:
    return deliver(digest, clock=lambda: at, transport=way)


def states() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("state", flat=True))


@pytest.mark.parametrize(
    ("channel", "text", "told"),
    [
        (Channel.WECOM, f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}", {"key": [KEY]}),
        (Channel.DINGTALK, f"https://oapi.dingtalk.com/robot/send?access_token={HEX}", {"access_token": [HEX]}),
        (Channel.FEISHU, f"https://open.feishu.cn/open-apis/bot/v2/hook/{KEY}", {}),
    ],
)  # fmt: skip
def test_a_digest_reaches_each_robot_in_its_own_form(
    hook: Robot, clerk: OfficialCard, channel: Channel, text: str, told: dict[str, list[str]]
) -> None:
    reached(clerk, channel, text)
    [digest] = laid(transport(hook))
    assert sent(digest, transport(hook)) is None
    [(path, query, said)] = hook.posts
    assert path.startswith("/send") and {name: query[name] for name in told} == told
    whole = str(said)
    assert "压舱石提醒（8月5日）" in whole and "2025-07 月报待填报" in whole and f"{LINK}/" in whole
    assert "项目" not in whole and "厂" not in whole, "counts and a link, no name"
    assert states() == [State.SENT]
    line = AuditLine.objects.get(act="remind")
    assert (line.object, line.result, line.detail["channel"]) == ("lin", "done", channel)


def test_a_digest_reaches_a_mail_box(clerk: OfficialCard, hook: Robot) -> None:
    with post_office() as (server, taken):
        reached(clerk, Channel.MAIL, "lin@qinghe.gov.cn")
        way = transport(hook, mail=server)
        [digest] = laid(way)
        assert sent(digest, way) is None
    [mail] = taken
    assert mail["To"] == "lin@qinghe.gov.cn" and "压舱石提醒" in mail["Subject"]
    assert "月报待填报" in mail.get_body().get_content()  # type: ignore[union-attr]
    assert states() == [State.SENT]


def test_one_digest_a_day_at_the_hour_asked_for(hook: Robot, clerk: OfficialCard) -> None:
    way = transport(hook)
    reached(clerk, hour=10)
    assert laid(way) == []
    [digest] = laid(way, MORNING + timedelta(hours=1))
    assert laid(way, MORNING + timedelta(hours=2)) == []
    reached(clerk, hour=11)
    assert laid(way, MORNING + timedelta(hours=3)) == [], "an hour changed after it brings no second one"
    sent(digest, way)
    sent(digest, way)
    assert len(hook.posts) == 1


def test_nothing_on_days_off_on_quiet_days_and_at_night(hook: Robot, clerk: OfficialCard) -> None:
    way = transport(hook)
    reached(clerk, quiet=[2])
    assert laid(way, datetime(2025, 8, 9, 1, tzinfo=UTC)) == [], "a Saturday"
    assert laid(way, datetime(2025, 10, 1, 1, tzinfo=UTC)) == [], "the National Day"
    assert laid(way, datetime(2025, 8, 6, 1, tzinfo=UTC)) == [], "the Wednesday they asked to be spared"
    assert laid(way, datetime(2025, 8, 5, 14, tzinfo=UTC)) == [], "ten in the evening"
    settle_day(date(2025, 8, 5), False, paper="台风", at=MORNING, by="office")
    assert laid(way) == [], "a day the city settled itself"


def test_whoever_has_nothing_to_do_hears_nothing(hook: Robot, clerk: OfficialCard) -> None:
    way = transport(hook)
    reached(clerk, kinds_off=["due"])
    [digest] = laid(way)
    assert sent(digest, way) is None
    assert hook.posts == [] and Digest.objects.get().state == "empty"


def test_what_fails_is_tried_again_and_then_given_up(hook: Robot, clerk: OfficialCard) -> None:
    hook.answers = [(500, {}), (200, {"errcode": 93000, "errmsg": "invalid webhook url"}), (200, {"errcode": 45009})]
    way = transport(hook)
    reached(clerk)
    [digest] = laid(way)
    assert sent(digest, way) == timedelta(minutes=2) and states() == [State.FAILED]
    assert sent(digest, way) == timedelta(minutes=10), "an answer of 200 that refuses is a failure"
    assert sent(digest, way) is None and states() == [State.GIVEN_UP]
    assert sent(digest, way) is None and len(hook.posts) == 3
    [card] = queries.sent_to("lin")
    assert card.tries == 3 and "45009" in card.fault
    assert [line.result for line in AuditLine.objects.filter(act="remind").order_by("id")] == ["failed"] * 3


def test_what_failed_once_arrives_once(hook: Robot, clerk: OfficialCard) -> None:
    hook.answers = [(503, {}), (200, {"errcode": 0})]
    way = transport(hook)
    reached(clerk)
    [digest] = laid(way)
    assert sent(digest, way) is not None and sent(digest, way) is None
    assert states() == [State.SENT] and len(hook.posts) == 2


def test_what_was_being_sent_when_the_process_fell_is_not_sent_again(hook: Robot, clerk: OfficialCard) -> None:
    way = transport(hook)
    reached(clerk)
    [digest] = laid(way)
    actions._make(Digest.objects.get(pk=digest), {"wecom": KEY}, LINK)
    Message.objects.update(state=State.SENDING, tries=1)
    assert sent(digest, way) is None
    assert hook.posts == [] and states() == [State.UNKNOWN]


ROBOTS = (Channel.WECOM, KEY), (Channel.DINGTALK, HEX), (Channel.FEISHU, KEY)


@pytest.mark.parametrize(("channel", "text"), ROBOTS)
@pytest.mark.parametrize("answer", [None, (504, {}), (200, "{cut short")], ids=["hung up", "gateway", "unreadable"])
def test_what_was_sent_whole_and_not_answered_is_unknown_and_not_sent_again(
    hook: Robot, clerk: OfficialCard, channel: Channel, text: str, answer: tuple[int, str] | None
) -> None:
    hook.answers = [answer]
    way = transport(hook)
    reached(clerk, channel, text)
    [digest] = laid(way)
    assert sent(digest, way) is None and sent(digest, way) is None
    assert states() == [State.UNKNOWN] and len(hook.posts) == 1
    assert AuditLine.objects.get(act="remind").result == "unknown"


def test_an_answer_that_is_waited_for_in_vain_is_unknown(
    hook: Robot, clerk: OfficialCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channels, "PATIENCE", 0.2)
    hook.go.clear()
    way = transport(hook)
    reached(clerk, Channel.FEISHU, KEY)
    [digest] = laid(way)
    assert sent(digest, way) is None and sent(digest, way) is None
    assert states() == [State.UNKNOWN] and len(hook.posts) == 1


@pytest.mark.parametrize(("channel", "text"), ROBOTS)
def test_a_robot_nobody_reaches_surely_got_nothing(clerk: OfficialCard, channel: Channel, text: str) -> None:
    way = transport(Robot(address=f"http://127.0.0.1:{free_port()}"))
    reached(clerk, channel, text)
    [digest] = laid(way)
    assert sent(digest, way) == timedelta(minutes=2) and states() == [State.FAILED]


def test_a_letter_keeps_its_name_and_is_unknown_where_the_line_is_lost(hook: Robot, clerk: OfficialCard) -> None:
    reached(clerk, Channel.MAIL, "lin@qinghe.gov.cn")
    with post_office(answer="451 come again") as (server, busy):
        way = transport(hook, mail=server)
        [digest] = laid(way)
        assert sent(digest, way) == timedelta(minutes=2) and states() == [State.FAILED]
    with post_office(answer="") as (server, lost):
        assert sent(digest, transport(hook, mail=server)) is None
        assert sent(digest, transport(hook, mail=server)) is None
    assert states() == [State.UNKNOWN] and len(lost) == 1
    assert lost[0]["Message-ID"] == busy[0]["Message-ID"]
    assert lost[0].get_all("Message-ID") == [lost[0]["Message-ID"]]
    assert lost[0]["Message-ID"].startswith("<ballast.20250805.") and lost[0]["Message-ID"].endswith("@city.gov.cn>")


def test_a_digest_of_yesterday_is_not_sent_today(hook: Robot, clerk: OfficialCard) -> None:
    way = transport(hook)
    reached(clerk)
    [digest] = laid(way)
    assert sent(digest, way, MORNING + timedelta(days=1)) is None
    assert hook.posts == [] and states() == [State.GIVEN_UP]


def test_a_channel_the_city_did_not_set_up_is_told(hook: Robot, clerk: OfficialCard) -> None:
    reached(clerk, Channel.MAIL, "lin@qinghe.gov.cn")
    way = transport(hook)
    [digest] = laid(way)
    sent(digest, way)
    assert states() == [State.GIVEN_UP] and "没有配置" in queries.sent()[0].fault


def test_the_office_s_group_is_told_of_the_city(hook: Robot, clerk: OfficialCard) -> None:
    way = transport(hook, group={"feishu": KEY})
    [digest] = laid(way)
    assert Digest.objects.get().who == CITY
    sent(digest, way)
    [(path, _, said)] = hook.posts
    assert KEY in path and "2025-07 月报待填报" in str(said)


def test_addresses_are_sealed_and_a_field_left_empty_changes_nothing(clerk: OfficialCard, settings: object) -> None:
    reached(clerk)
    kept = Preference.objects.get()
    assert KEY not in kept.addresses and KEY not in str(AuditLine.objects.get(act="tune_reminders").detail)
    assert tune(clerk, Wishes(), {Channel.MAIL: "lin@qinghe.gov.cn"}, at=MORNING) == (Channel.MAIL, Channel.WECOM)
    assert tune(clerk, Wishes(), {Channel.WECOM: None}, at=MORNING) == (Channel.MAIL,)
    settings.SECRET_KEY = "another"  # type: ignore[attr-defined]
    assert tune(clerk, Wishes(), {Channel.WECOM: KEY}, at=MORNING) == (Channel.WECOM,), "what cannot be opened is gone"


@pytest.mark.parametrize("wishes", [{"hour": 3}, {"kinds_off": ["x"]}, {"quiet": [9]}, {"quiet": [0, 1, 2, 3, 4]}])
def test_a_wish_that_cannot_be_is_refused_and_nothing_kept(clerk: OfficialCard, wishes: dict[str, object]) -> None:
    with pytest.raises(NoSuchWish):
        reached(clerk, **wishes)
    assert not Preference.objects.exists() and not AuditLine.objects.filter(act="tune_reminders").exists()


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        (Channel.WECOM, "http://169.254.169.254/latest?key=abcdefgh"),
        (Channel.WECOM, "json://127.0.0.1"),
        (Channel.FEISHU, "../../admin"),
        (Channel.MAIL, "a@b.cn&to=c@d.cn"),
        (Channel.MAIL, "a@b.cn\nBcc: c@d.cn"),
        (Channel.DINGTALK, "x"),
    ],
)
def test_an_address_that_is_none_is_refused(clerk: OfficialCard, channel: Channel, text: str) -> None:
    with pytest.raises(NoAddress):
        reached(clerk, channel, text)
