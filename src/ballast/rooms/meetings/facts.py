"""What meetings add to the ledger: the meeting itself, the items of its agenda, and its packs."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Meeting(Fact):
    """A meeting of a kind of the policy book, resting on the figures of one month.

    ``number`` names it for good (``2025-003``); whatever tells of a meeting, in this room or after it, holds it.
    """

    KEY = ("number",)

    number = models.CharField(max_length=20)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    month = models.CharField(max_length=7)
    held_on = models.DateField()
    place = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [unique_current("meetings_meeting_current", "number")]


class AgendaItem(Fact):
    """One item of a meeting's agenda: about whom, what is done with it, who speaks, and why it is on.

    ``code`` is its number within the meeting and stays with it; ``position`` is its place today. ``subject`` is a
    project's serial, an area's code or an office's name, as ``about`` says. ``why`` holds the rule's sentences
    in both wordings; ``reason`` is the office's, where it was put on, moved or taken off by hand.
    """

    KEY = ("meeting", "code")

    meeting = models.CharField(max_length=20)
    code = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=40, blank=True)
    about = models.CharField(max_length=12)
    subject = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200)
    task = models.CharField(max_length=12)
    speaker = models.CharField(max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    why = models.JSONField(default=list)
    reason = models.CharField(max_length=400, blank=True)
    taken_off = models.BooleanField(default=False)

    class Meta:
        constraints = [unique_current("meetings_item_current", "meeting", "code")]


class Pack(Fact):
    """One pack of a meeting: every file made of one edition, by name, kind and hash; ``edition`` 0 is an open month.

    ``files`` and ``findings`` are lists of plain mappings; ``draft`` says it can never be issued.
    """

    KEY = ("meeting", "number")

    meeting = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    month = models.CharField(max_length=7)
    edition = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10)
    draft = models.BooleanField(default=False)
    need_to_know = models.BooleanField(default=False)
    files = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    made_at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [unique_current("meetings_pack_current", "meeting", "number")]
