"""Many sessions hand in at once while the server is killed again and again: everything once, nothing lost or half."""

from pathlib import Path

import pytest

from plugins.crowd import Mortal, accept_all, hashed, settle, taken, trouble
from plugins.houses import BALLAST, House

pytestmark = pytest.mark.slow
COUNTIES, PROJECTS, KILLS = 20, 5, 3


def test_everything_is_taken_once_however_often_the_server_dies(house: House, tmp_path: Path) -> None:
    crowd = settle(house.environment, tmp_path / "forms", counties=COUNTIES, projects=PROJECTS)
    server = Mortal(BALLAST, house.environment, tmp_path / "serve.log")
    try:
        trouble(crowd, server, kills=KILLS)
    finally:
        server.kill()
    assert crowd.refused == []
    assert crowd.cut_off, "nobody was cut off: the server was killed too late"
    stands = taken(house.environment)
    assert (stands["half"], stands["twice"], stands["health"]) == ([], [], "ok")
    assert hashed(stands["amounts"]) == crowd.hash()
    assert stands["submissions"]["submitted"] == COUNTIES * PROJECTS
    assert accept_all(house.environment) == crowd.expected
    assert house.ballast("verify").returncode == 0
