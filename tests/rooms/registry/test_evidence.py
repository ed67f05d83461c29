"""Photos and papers attached to claims: recorded, held against what they are to show, counted, taken back."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from pytest_django import DjangoAssertNumQueries

from ballast.kit import files
from ballast.kit.ledger import journal, verification
from ballast.kit.uploads import receive
from ballast.rooms.people import actions as people
from ballast.rooms.registry import actions, queries
from ballast.rooms.registry.cards import ApprovalCard, ContractCard, EvidenceCard, ProfileCard
from ballast.rooms.registry.models import Approval, Contract, Evidence, Look
from ballast.rulebook.checks import CheckParams
from ballast.rulebook.evidence import claim
from ballast.rulebook.terms import AreaKind
from kit.uploads import snaps

pytestmark = pytest.mark.django_db
CITY = ZoneInfo("Asia/Shanghai")
PARAMS = CheckParams()
AT = datetime(2025, 8, 2, 1, tzinfo=UTC)
JULY = datetime(2025, 7, 28, 12)


@dataclass(frozen=True)
class Sites:
    """Two projects, the first of which has a known site."""

    plant: int
    road: int


@pytest.fixture
def sites() -> Sites:
    area = people.establish("990101", "清河区", kind=AreaKind.COUNTY)
    with journal.entry(at=datetime(2025, 1, 6, tzinfo=UTC), by="office", action="test") as writer:
        plant, road = actions.enrol(2, writer=writer)
        east, north = (Decimal(str(degrees)) for degrees in snaps.SITE)
        card = ProfileCard(project_id=plant, name="制剂厂", area_id=area, longitude=east, latitude=north)
        nowhere = replace(card, project_id=road, name="道路", longitude=None, latitude=None)
        actions.describe([card, nowhere], writer=writer)
    return Sites(plant, road)


def attach(project: int, shown: str, data: bytes, *, at: datetime = AT, caption: str = "") -> EvidenceCard:
    taken = receive(data, "现场.jpg", zone=CITY)
    original = files.keep(data, taken.name, at=at, by="王填报")
    small = files.keep(taken.picture.thumbnail, "s.jpg", at=at, by="王填报") if taken.picture else None
    with journal.entry(at=at, by="王填报", action="attach") as writer:
        return actions.attach(
            project, claim(shown), taken, original=original, thumbnail=small, caption=caption, params=PARAMS,
            writer=writer,
        )  # fmt: skip


def codes(card: EvidenceCard) -> list[str]:
    return [found.code for found in card.findings]


def test_a_photo_of_the_month_at_the_site_is_kept_with_what_the_camera_wrote(sites: Sites) -> None:
    card = attach(sites.plant, "progress:2025-07", snaps.photo(JULY, place=snaps.SITE), caption="主体")
    assert codes(card) == [] and card.kilometres == pytest.approx(0, abs=0.01)
    assert (card.taken_at, card.zoned, card.uploaded_by) == (JULY.replace(tzinfo=CITY), True, "王填报")
    fact = Evidence.objects.get()
    assert (fact.width, fact.height, fact.file_kind, fact.caption) == (960, 720, "jpg", "主体")
    assert queries.evidence(sites.plant, params=PARAMS) == [card]
    found = queries.evidence_file(sites.plant, card.id)
    assert found is not None and found[0] == "现场.jpg" and found[2] == snaps.photo(JULY, place=snaps.SITE)
    small = queries.evidence_thumbnail(sites.plant, card.id)
    assert small is not None and small[:3] == b"\xff\xd8\xff"
    assert queries.evidence_file(sites.road, card.id) is None
    assert queries.evidence_thumbnail(sites.road, card.id) is None
    assert verification.verify() == []


def test_a_photo_without_time_or_place_says_so_and_is_asked_nothing(sites: Sites) -> None:
    card = attach(sites.plant, "progress:2025-07", snaps.photo())
    assert (card.taken_at, card.place, card.kilometres, codes(card)) == (None, None, None, [])


def test_what_does_not_fit_the_claim_is_asked_about(sites: Sites) -> None:
    far = (snaps.SITE[0] + 0.5, snaps.SITE[1])
    old = attach(sites.plant, "progress:2025-07", snaps.photo(datetime(2025, 5, 2, 9), place=far))
    assert codes(old) == ["photo_before", "photo_far"] and old.kilometres == pytest.approx(44.6, abs=0.1)
    early = attach(sites.plant, "progress:2025-07", snaps.photo(datetime(2025, 8, 5, 9), seed=2))
    assert codes(early) == ["photo_after_upload"]
    assert codes(attach(sites.road, "progress:2025-07", snaps.photo(JULY, seed=3, place=far))) == []  # no known site


def test_a_photo_used_before_is_asked_about_and_the_first_use_is_not(sites: Sites) -> None:
    data = snaps.photo(JULY)
    first = attach(sites.plant, "progress:2025-07", data)
    assert codes(attach(sites.plant, "milestone:topped_out", data)) == []  # one photo shows a node and its month
    again = attach(sites.plant, "progress:2025-06", data)
    assert codes(again) == ["photo_reused"] and "本项目“2025-07 进度”" in again.findings[0].sentence.zh
    other = attach(sites.road, "progress:2025-07", data)
    assert codes(other) == ["photo_reused"] and "另一项目 P000001" in other.findings[0].sentence.zh
    gallery = {card.id: codes(card) for card in queries.evidence(sites.plant, params=PARAMS)}
    assert gallery[first.id] == [] and gallery[again.id] == ["photo_reused"]


def test_a_photo_saved_anew_is_known_by_how_it_looks(sites: Sites) -> None:
    attach(sites.plant, "progress:2025-06", snaps.photo(datetime(2025, 6, 20, 9)))
    saved = attach(sites.plant, "progress:2025-07", snaps.photo(JULY, quality=40))
    assert codes(saved) == ["photo_alike"] and "几乎相同" in saved.findings[0].sentence.zh
    assert codes(attach(sites.plant, "progress:2025-07", snaps.photo(JULY, seed=5))) == []


def test_papers_are_kept_without_a_thumbnail_and_may_serve_twice(sites: Sites) -> None:
    attach(sites.plant, "paper:approval", snaps.pdf())
    card = attach(sites.road, "paper:approval", snaps.pdf())
    assert not card.is_picture and codes(card) == []
    assert queries.evidence_thumbnail(sites.road, card.id) is None
    assert queries.pieces_of([sites.plant, sites.road], claim("paper:approval")) == {sites.plant: 1, sites.road: 1}
    assert queries.photos_of([sites.plant], "2025-07") == {}


def test_the_same_file_again_adds_nothing_and_a_new_caption_revises(sites: Sites) -> None:
    for caption in ("", "", "主体封顶"):
        attach(sites.plant, "progress:2025-07", snaps.photo(JULY), caption=caption)
    assert Evidence.objects.count() == 2 and Evidence.objects.current().get().caption == "主体封顶"
    assert Look.objects.count() == 8
    assert codes(queries.evidence(sites.plant, params=PARAMS)[0]) == []


def test_what_was_taken_back_stands_no_more_and_is_still_on_record(sites: Sites) -> None:
    card = attach(sites.plant, "progress:2025-07", snaps.photo(JULY))
    with journal.entry(at=AT, by="王填报", action="detach") as writer:
        actions.detach(sites.plant, card.id, writer=writer)
    assert queries.evidence(sites.plant, params=PARAMS) == []
    assert [one.id for one in queries.evidence(sites.plant, params=PARAMS, at=AT)] == [card.id]
    assert codes(attach(sites.plant, "progress:2025-06", snaps.photo(JULY))) == []
    with pytest.raises(actions.NoSuchEvidence), journal.entry(at=AT, by="王填报", action="detach") as writer:
        actions.detach(sites.plant, card.id, writer=writer)
    assert verification.verify() == []


def test_too_long_a_caption_is_refused_and_nothing_kept(sites: Sites) -> None:
    with pytest.raises(actions.CaptionTooLong):
        attach(sites.plant, "progress:2025-07", snaps.photo(JULY), caption="长" * 201)
    assert not Evidence.objects.exists()


def test_counts_of_many_projects_cost_one_question_each(
    sites: Sites, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    attach(sites.plant, "progress:2025-07", snaps.photo(JULY))
    attach(sites.plant, "progress:2025-07", snaps.photo(JULY, seed=2))
    attach(sites.plant, "progress:2025-08", snaps.photo(datetime(2025, 8, 1, 0, 30), seed=3))
    attach(sites.road, "progress:2025-07", snaps.photo(seed=4))
    both = [sites.plant, sites.road]
    with django_assert_num_queries(1):
        assert queries.photos_of(both, "2025-07") == {sites.plant: 2, sites.road: 1}


def test_approvals_and_contracts_are_facts_with_a_history(sites: Sites) -> None:
    with journal.entry(at=AT, by="office", action="test") as writer:
        actions.describe([
            ApprovalCard(project_id=sites.plant, number="海发改〔2025〕7号", owner="制剂公司", total=10**9),
            ContractCard(project_id=sites.plant, number="HT-1", party="制剂公司", contract_amount=6 * 10**8),
        ], writer=writer)  # fmt: skip
    assert Approval.objects.current().get().total == 10**9 and Contract.objects.current().get().party == "制剂公司"
    kinds = {revision.kind for revision in queries.history(sites.plant)}
    assert {"approval", "contract", "profile"} <= kinds
