"""A monthly report as a plain row whose history django-simple-history keeps."""

from django.db import models
from simple_history.models import HistoricalRecords


class Report(models.Model):
    """One project's report of one month, edited in place."""

    project_id = models.BigIntegerField(db_index=True)
    area_id = models.BigIntegerField(db_index=True)
    month = models.CharField(max_length=7, db_index=True)
    basis = models.CharField(max_length=12)
    month_completed = models.BigIntegerField(null=True)
    year_to_date = models.BigIntegerField(null=True)
    to_date = models.BigIntegerField(null=True)
    form_progress = models.TextField(blank=True)
    history = HistoricalRecords()
