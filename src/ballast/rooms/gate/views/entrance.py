"""In and out: name and password, the code, the same once more before something weighty."""

from typing import Any

from allauth.account.views import LoginView, LogoutView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.views.decorators.http import require_POST

from ballast.rooms.gate.forms import Code, CodeAgain, NameAndPassword


class SignIn(LoginView):
    """The gate."""

    template_name = "gate/sign_in.html"

    def get_form_class(self) -> type[NameAndPassword]:
        """Name and password."""
        return NameAndPassword

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether there is single sign-on, and its name."""
        return {**super().get_context_data(**kwargs), "sign_on": settings.SINGLE_SIGN_ON}


class EnterCode(AuthenticateView):
    """The second step of a sign-in."""

    template_name = "gate/code.html"

    def get_form_class(self) -> type[Code]:
        """One code."""
        return Code


class Confirm(ReauthenticateView):
    """The password once more."""

    template_name = "gate/confirm.html"


class ConfirmByCode(ReauthenticateByCodeView):
    """A code once more."""

    template_name = "gate/confirm.html"

    def get_form_class(self) -> type[CodeAgain]:
        """One code."""
        return CodeAgain


sign_in = SignIn.as_view()
enter_code = EnterCode.as_view()
confirm = Confirm.as_view()
confirm_by_code = ConfirmByCode.as_view()
sign_out = login_required(require_POST(LogoutView.as_view()))
