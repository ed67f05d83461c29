"""Site tours by program: prepared, marked on paper by two, confirmed, and corrected by slips."""

import pytest

from ballast.kit.audit import AuditLine
from pages.cast import settle, toured
from pages.programs import sent, token
from rooms.tours import cast as tours

pytestmark = pytest.mark.django_db


def test_a_tour_is_prepared_by_program() -> None:
    tour = toured(settle())
    office, county = token("office"), token("county")
    [listed] = sent(county, "get", "/api/tours").json()
    assert (listed["serial"], listed["state"]) == (tour, "planned")
    shown_ = sent(county, "get", f"/api/tours/{tour}").json()
    assert {one["name"] for one in shown_["stops"]} == {"", "东港码头"} and shown_["judges"] == [], "others' are veiled"
    judges = {"kind": "leaders", "names": "王评委 政协"}
    assert sent(county, "post", f"/api/tours/{tour}/name-judges", judges).status_code == 403
    named = sent(office, "post", f"/api/tours/{tour}/name-judges", judges).json()
    assert [one["name"] for one in named["judges"]] == ["王评委"]
    lacking = sent(office, "post", f"/api/tours/{tour}/open", {})
    assert (lacking.status_code, lacking.json()["code"]) == (400, "tour_refused")
    early = sent(office, "post", f"/api/tours/{tour}/confirm", {})
    assert (early.status_code, early.json()["code"]) == (409, "not_then")
    assert sent(office, "post", f"/api/tours/{tour}/abolish", {}).status_code == 422
    assert AuditLine.objects.filter(act="name_judges", actor="office", result="done").count() == 1


def test_papers_are_read_by_two_and_confirmed_results_corrected_by_program() -> None:
    town, links = tours.opened()
    tours.cast_all(town, {name: links[name] for name in ("甲市长", "乙书记")})
    base, project = f"/api/tours/{town.tour}", town.serials["东一"]
    office, second, third, county = (token(name) for name in ("office", "second", "third", "east"))
    [link] = sent(office, "post", f"{base}/links", {"number": 3}).json()
    assert (link["number"], link["name"]) == (3, "丙局长") and "/tours/ballot/" in link["address"]
    paper = {"project": project, "marks": tours.MARKS}
    first = sent(office, "post", f"{base}/papers/3", paper).json()
    assert (first["hands"], first["settled"]) == (["office"], False)
    other = {"project": project, "marks": tours.MARKS | {"progress": "30"}}
    differs = sent(second, "post", f"{base}/papers/3", other).json()["differs"]
    assert differs == [{"item": "progress", "first": "35.5", "second": "30"}]
    assert sent(second, "get", f"{base}/papers/3").json() == {project: other["marks"]}, "one's own reading only"
    wrong = sent(second, "post", f"{base}/papers/3", {"project": project, "marks": {"progress": "300"}})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "ballot_faulty")
    assert sent(second, "post", f"{base}/papers/3", paper).json()["settled"]
    again = sent(third, "post", f"{base}/papers/3", paper)
    assert (again.status_code, again.json()["code"]) == (409, "ballot_twice")
    assert [one["settled"] for one in sent(office, "get", f"{base}/papers").json()] == [True]
    for name in ("东二", "西一", "西二"):
        for hand in (office, second):
            sent(hand, "post", f"{base}/papers/3", paper | {"project": town.serials[name]})
    for verb in ("close", "confirm"):
        assert sent(office, "post", f"{base}/{verb}", {}).status_code == 200

    asked = {"project": project, "judge": 3, "marks": tours.MARKS | {"investment": "3"}, "reason": "看错",
             "evidence": "原件"}  # fmt: skip
    [slip] = sent(office, "post", f"{base}/slips", asked).json()
    assert (slip["state"], slip["verbs"], slip["new"]["investment"]) == ("filed", ["withdraw"], "3")
    assert sent(county, "get", f"{base}/slips").json() == [], "told to the office until it is approved"
    own = sent(office, "post", f"{base}/slips/1/approve", {})
    assert (own.status_code, own.json()["code"]) == (403, "own_slip")
    decided = sent(second, "post", f"{base}/slips/1/approve", {}).json()
    assert (decided["edition"], decided["months"], decided["slips"][0]["state"]) == (2, [], "approved")
    [told] = sent(county, "get", f"{base}/slips").json()
    assert (told["edition"], told["project"]) == (2, project)
    lines = AuditLine.objects.filter(act="approve_amendment").values_list("actor", "result")
    assert set(lines) == {("office", "refused"), ("second", "done")}
