"""``ballast keys``: whoever is left outside is let in again at the server."""

import json

import pytest

from ballast.kit.audit import AuditLine
from ballast.rooms.gate import actions
from ballast.site.commands import main
from rooms.gate.cast import NOON, said, settle

pytestmark = pytest.mark.django_db


def test_the_security_administrator_gets_a_new_password_at_the_server(capsys: pytest.CaptureFixture[str]) -> None:
    guard = settle()["guard"]
    assert main(["keys", "guard", "password", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["account"] == "guard" and actions.enter("guard", told["password"], at=NOON) == guard
    assert said("reset_password", "unlock") == [("console", "guard", "done")] * 2


@pytest.mark.parametrize(
    ("what", "act"), [("factor", "reset_factor"), ("link", "unlink_single_sign_on"), ("lock", "unlock")]
)
def test_other_keys_are_reset_too(capsys: pytest.CaptureFixture[str], what: str, act: str) -> None:
    settle()
    assert main(["keys", "clerk", what]) == 0
    assert "clerk" in capsys.readouterr().out
    assert said(act) == [("console", "clerk", "done")]


def test_a_name_nobody_bears_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "nobody", "lock", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["errors"][0]["code"] == "no_such_account"
    [line] = AuditLine.objects.all()
    assert (line.act, line.object, line.result) == ("refusal", "ballast keys nobody lock", "refused")
