"""Every kind of fact is guarded by its triggers and says what makes it one of a kind."""

import pytest
from django.db import connection

from ballast.kit.ledger.guards import names
from ballast.kit.ledger.models import Fact
from ballast.kit.ledger.verification import fact_models

QUESTION = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
}


@pytest.mark.slow  # it lays out a whole database; `make test` runs it
@pytest.mark.django_db
@pytest.mark.parametrize("kind", fact_models(), ids=lambda kind: kind._meta.label)
def test_every_kind_of_fact_is_guarded(kind: type[Fact]) -> None:
    table = kind._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(QUESTION[connection.vendor], [table])
        laid = {name for (name,) in cursor.fetchall()}
    assert set(names(table, closable=True)) <= laid, f"end its migration with Guard({kind.__name__!r})"


@pytest.mark.parametrize("kind", fact_models(), ids=lambda kind: kind._meta.label)
def test_every_kind_of_fact_has_a_natural_key(kind: type[Fact]) -> None:
    unique = [c for c in kind._meta.constraints if set(getattr(c, "fields", ())) == set(kind.KEY)]
    assert kind.KEY, f"{kind.__name__} names no KEY"
    assert unique, f"{kind.__name__} declares no unique_current(..., {', '.join(kind.KEY)})"
    assert unique[0].condition is not None
