"""A form is tried first: every cell it changes, every cell two people changed; then handed in as chosen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions
from ballast.rooms.reporting.cards import Edit
from ballast.rooms.reporting.models import Report, Step, Submission
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, County
from town import PASSWORD

pytestmark = pytest.mark.django_db
NAME = "清河月报.xlsx"


def test_what_a_form_changes_is_told_and_nothing_done(town: County, clerk: OfficialCard) -> None:
    data = cast.edited(cast.july(), cast.filling(town))
    trial = actions.try_in(data, NAME, official=clerk, at=AT, month=MONTH)
    plant = next(one for one in trial.changed if one.serial == cast.serial_of(town.plant))
    assert ("month_completed", None, 2600.5) in [(one.column, one.before, one.now) for one in plant.cells]
    assert not trial.stopping and not Submission.objects.exists() and not Step.objects.exists()
    receipt = actions.hand_in_kept(trial.sha256, official=clerk, at=AT, month=MONTH)
    assert receipt.status == "submitted" and Report.objects.filter(state="submitted").count() == 2
    with pytest.raises(actions.NotKept):
        actions.hand_in_kept("0" * 64, official=clerk, at=AT, month=MONTH)


def test_both_values_are_shown_and_the_form_goes_in_as_chosen(
    town: County, clerk: OfficialCard, county: OfficialCard
) -> None:
    data, serial = cast.edited(cast.july(), cast.filling(town)), cast.serial_of(town.plant)
    actions.save(MONTH, [Edit(serial, {"month_completed": 999})], official=county, at=AT)
    client = Client(headers={"accept-language": "en"})
    assert client.login(username="clerk", password=PASSWORD)
    address = reverse("hand-in", args=[MONTH])
    page = client.post(address, {"file": SimpleUploadedFile(NAME, data), "act": "try"}).content.decode()
    assert "1 cell was changed by another meanwhile" in page and "999" in page and "2,600.5" in page
    back = client.post(address, {"file": SimpleUploadedFile(NAME, data)}, follow=True)
    assert "Cells two people changed" in back.content.decode()
    returned = Submission.objects.get()
    chosen = {"again": str(returned.pk), f"choice:{serial}:month_completed": "mine"}
    assert "submitted" in client.post(address, chosen, follow=True).content.decode()
    assert Report.objects.get(project_id=town.plant).values["month_completed"] == 2600.5


def test_a_form_of_another_month_is_refused_with_its_sentence(town: County, clerk: OfficialCard) -> None:
    with pytest.raises(actions.WrongForm):
        actions.try_in(cast.july(), NAME, official=clerk, at=AT, month="2025-06")
