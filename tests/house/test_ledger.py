"""Every kind of fact is guarded by its triggers and says what makes it one of a kind."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import AppConfig
from django.db import connection
from django.db.migrations.operations.fields import FieldOperation

from ballast.kit.ledger.guards import Guard, names
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


APPS = sorted({kind._meta.app_config for kind in fact_models()}, key=lambda app: app.label)


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.label)
def test_what_alters_the_table_of_a_fact_lays_its_guards_anew(app: AppConfig) -> None:
    """SQLite makes an altered table anew, without its triggers."""
    facts = {kind._meta.model_name for kind in fact_models() if kind._meta.app_config is app}
    for file in sorted(Path(app.path, "migrations").glob("0*.py")):
        steps = import_module(f"{app.name}.migrations.{file.stem}").Migration.operations
        altered = {step.model_name_lower for step in steps if isinstance(step, FieldOperation)} & facts
        guarded = {step.name.lower() for step in steps if isinstance(step, Guard)}
        assert altered <= guarded, f"end {file.name} with Guard for {altered - guarded}"


@pytest.mark.parametrize("kind", fact_models(), ids=lambda kind: kind._meta.label)
def test_every_kind_of_fact_has_a_natural_key(kind: type[Fact]) -> None:
    unique = [c for c in kind._meta.constraints if set(getattr(c, "fields", ())) == set(kind.KEY)]
    assert kind.KEY, f"{kind.__name__} names no KEY"
    assert unique, f"{kind.__name__} declares no unique_current(..., {', '.join(kind.KEY)})"
    assert unique[0].condition is not None
