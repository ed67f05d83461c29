"""Everybody's office and role, until now part of their account, becomes an appointment in the ledger."""

from datetime import timedelta

from ballast.kit.ledger import canonical
from django.db import migrations
from django.utils import timezone

BY, ACTION = "ballast", "appoint those who serve"


def appoint(apps, schema_editor):
    officials = apps.get_model("people", "Official").objects.select_related("user").order_by("pk")
    if not officials.exists():
        return
    entries, appointments = apps.get_model("kit", "Entry").objects, apps.get_model("people", "Appointment").objects
    last = entries.order_by("-id").first()
    moment = _moment(last, apps.get_model("kit", "Seal").objects.order_by("-id").first())
    made = [
        appointments.create(
            recorded_at=moment, recorded_by=BY, official_id=one.pk, office_id=one.office_id, role=one.role,
            since=timezone.localdate(one.user.date_joined),
        )
        for one in officials
    ]
    previous = last.hash if last else canonical.NOTHING_BEFORE
    chain = canonical.Chain(previous)
    chain.add(canonical.entry_line(BY, ACTION, moment))
    said = [(fact._meta.label_lower, fact.pk, canonical.canonical(fact)) for fact in made]
    for line in canonical.in_order(said, [], []):
        chain.add(line)
    entries.create(
        moment=moment, by=BY, action=ACTION, recorded=len(made), closed=0, previous=previous, hash=chain.hash()
    )


def _moment(*lasts):
    """Now, but after everything recorded and sealed."""
    known = [last.moment + timedelta(microseconds=1) for last in lasts if last]
    return max([timezone.now(), *known])


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_held'),
    ]

    operations = [migrations.RunPython(appoint, migrations.RunPython.noop, elidable=True)]
