"""What meetings come to, as facts: remarks, decisions, action items, what is done to them, letters and minutes."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Remark(Fact):
    """点评: what somebody said of an item of the agenda (``agenda`` 0: of none). ``slip`` is the note's own name.

    A note is typed on the spot and may arrive twice; the same slip again is the same remark, said anew or unchanged.
    """

    KEY = ("slip",)

    slip = models.CharField(max_length=36)
    meeting = models.CharField(max_length=20)
    agenda = models.PositiveSmallIntegerField(default=0)
    speaker = models.CharField(max_length=60)
    words = models.TextField()
    taken_back = models.BooleanField(default=False)

    class Meta:
        constraints = [unique_current("meetings_remark_current", "slip")]


class Decision(Fact):
    """What a meeting decided; ``code`` is its number within the meeting and stays with it."""

    KEY = ("slip",)

    slip = models.CharField(max_length=36)
    meeting = models.CharField(max_length=20)
    code = models.PositiveSmallIntegerField()
    agenda = models.PositiveSmallIntegerField(default=0)
    words = models.TextField()
    taken_back = models.BooleanField(default=False)

    class Meta:
        constraints = [unique_current("meetings_decision_current", "slip")]


class ActionItem(Fact):
    """A thing to be done that came of a decision: by which office, until when, at which level of the book.

    ``raised_by`` names the enterprise whose matter it is; ``leader`` who watches over it, for the review.
    """

    KEY = ("number",)

    number = models.CharField(max_length=20)
    meeting = models.CharField(max_length=20)
    decision = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=400)
    project = models.ForeignKey("registry.Project", null=True, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey("people.Area", null=True, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=60, blank=True)
    leader = models.CharField(max_length=60, blank=True)
    raised_by = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=40)
    given_on = models.DateField()
    deadline = models.DateField()

    class Meta:
        constraints = [unique_current("meetings_action_item_current", "number")]


class ItemStep(Fact):
    """One thing done to an action item, in its place; ``verb`` is ``rulebook.items.life.Verb``."""

    KEY = ("item", "place")

    item = models.CharField(max_length=20)
    place = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=12)
    on = models.DateField()
    words = models.CharField(max_length=400, blank=True)
    until = models.DateField(null=True)
    level = models.CharField(max_length=40, blank=True)
    papers = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=60)

    class Meta:
        constraints = [unique_current("meetings_step_current", "item", "place")]


class ItemPaper(Fact):
    """A photo or paper that came with a step of an action item."""

    KEY = ("item", "place", "file")

    item = models.CharField(max_length=20)
    place = models.PositiveSmallIntegerField()
    file = models.ForeignKey("kit.StoredFile", on_delete=models.PROTECT, related_name="+")
    thumbnail = models.ForeignKey("kit.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    file_kind = models.CharField(max_length=8)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [unique_current("meetings_paper_current", "item", "place", "file")]


class ItemLetter(Fact):
    """督办 of an overdue item: the letter of the level it has risen to."""

    KEY = ("number",)

    number = models.CharField(max_length=20)
    item = models.CharField(max_length=20)
    level = models.CharField(max_length=40)
    unit = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    sent_on = models.DateField()
    document = models.ForeignKey("kit.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [unique_current("meetings_letter_current", "number")]


class Minutes(Fact):
    """The minutes of a meeting as they were issued; what is changed afterwards is another edition."""

    KEY = ("meeting", "edition")

    meeting = models.CharField(max_length=20)
    edition = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20)
    issued_on = models.DateField()
    document = models.ForeignKey("kit.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [unique_current("meetings_minutes_current", "meeting", "edition")]


class Screen(models.Model):
    """Where the screen in the room stands: at which page of the meeting; no fact, but what everybody looks at now."""

    meeting = models.CharField(max_length=20, unique=True)
    page = models.CharField(max_length=20)
    turned = models.PositiveIntegerField(default=0)
