"""The upload of a filled form."""

from django import forms
from django.utils.translation import gettext_lazy as _


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(label=_("Filled form"), error_messages={"required": _("Choose the filled form first.")})
