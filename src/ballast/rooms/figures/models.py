"""Editions: the figures of a sealed month, fixed with their definitions."""

from django.db import models


class Edition(models.Model):
    """One edition of a month's figures: the seal it rests on and the Parquet files of its rows.

    The files (the wide snapshot, and the indicators of areas) lie under the city's data folder; the hashes are
    over their bytes; ``book_sha256`` names the policy book the month was reckoned by (empty: before books were kept).
    """

    month = models.CharField(max_length=7)
    number = models.PositiveSmallIntegerField()
    seal = models.OneToOneField("kit.Seal", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=400, blank=True)
    book_sha256 = models.CharField(max_length=64, blank=True)
    rows_file = models.CharField(max_length=200)
    rows_sha256 = models.CharField(max_length=64)
    indicators_file = models.CharField(max_length=200)
    indicators_sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "number"], name="figures_edition_number")]


class FixedFigure(models.Model):
    """One figure of one edition, whole and by one dimension, with the fingerprint of its definition.

    ``values`` maps each key of the dimension (empty: the whole) to [numerator, denominator], exact integers or null.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="figures")
    code = models.CharField(max_length=60)
    by = models.CharField(max_length=20, blank=True)
    fingerprint = models.CharField(max_length=64)
    values = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "code", "by"], name="figures_fixed_once")]
