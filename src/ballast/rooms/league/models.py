"""What was ranked when a month was sealed; deeds, publications and appeals stand in facts."""

from django.db import models

from ballast.rooms.league.facts import Appeal, AppealAnswer, Deed, Publication

__all__ = ["Appeal", "AppealAnswer", "Deed", "Publication", "Ranking", "RankingLine"]


class Ranking(models.Model):
    """One score sheet over one edition of a month, fixed: under which book, as known at which moment; never changed.

    ``said`` is what was true of the sheet then (its names, weights, how much is published); ``hash`` is over it and
    every line, in order.
    """

    month = models.CharField(max_length=7, db_index=True)
    edition = models.PositiveSmallIntegerField()
    sheet = models.CharField(max_length=40)
    moment = models.DateTimeField()
    book = models.CharField(max_length=64)
    said = models.JSONField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "edition", "sheet"], name="league_ranked_once")]


class RankingLine(models.Model):
    """One subject of a fixed ranking, the class it is ranked in, and all that was made of it (``keeping.py``)."""

    ranking = models.ForeignKey(Ranking, on_delete=models.PROTECT, related_name="lines")
    subject = models.CharField(max_length=150)
    klass = models.CharField(max_length=40, blank=True)
    said = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ranking", "subject"], name="league_line_once")]
