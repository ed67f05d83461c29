"""What is typed at the gate: name and password, a code, a new password."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ballast.kit.refusal import Refusal
from ballast.kit.speech import spoken
from ballast.rooms.gate import actions
from ballast.rooms.gate.locking import CONFIRM, SIGN_IN
from ballast.rooms.gate.views import asked

LONGEST_PASSWORD = 200


class NameAndPassword(LoginForm):
    """Name and password, tried at the gate."""

    def add_prefix(self, field_name: str) -> str:
        """What allauth calls the login is the account's name on the page."""
        return "username" if field_name == "login" else field_name


class _Spent(forms.Form):
    """A one-time or recovery code, spent at the gate; the gate's refusal is the field's fault."""

    act: str
    user: User

    def clean_code(self) -> str:
        """Spend the code."""
        code, address = self.cleaned_data["code"], asked.address(context.request)
        try:
            self.authenticator = actions.pass_factor(self.user, code, at=timezone.now(), address=address, act=self.act)
        except Refusal as refusal:
            raise forms.ValidationError(spoken(refusal.sentence), code=refusal.code) from refusal
        return str(code)


class Code(_Spent, AuthenticateForm):
    """The code that comes after the password."""

    act = SIGN_IN


class CodeAgain(_Spent, ReauthenticateForm):
    """A code that shows who is sitting there still."""

    act = CONFIRM


class NewPassword(forms.Form):
    """The password one has, and twice the one that is to come."""

    old = forms.CharField(strip=False, max_length=LONGEST_PASSWORD)
    new = forms.CharField(strip=False, max_length=LONGEST_PASSWORD)
    again = forms.CharField(strip=False, max_length=LONGEST_PASSWORD)

    def clean(self) -> dict[str, Any]:
        """Both must be the same."""
        given = super().clean() or {}
        if given.get("new") and given.get("again") and given["new"] != given["again"]:
            self.add_error("again", _("These two are not the same."))
        return given
