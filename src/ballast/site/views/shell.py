"""The way in and out, and the language."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.i18n import set_language

from ballast.kit.refusal import Refusal
from ballast.rooms.people import actions as people
from ballast.site.templatetags.speech import spoken


class EntryForm(AuthenticationForm):
    """Name and password, tried at the gate."""

    def clean(self) -> dict[str, Any]:
        """Try them once both are given; the gate's refusal is the form's fault."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if name and password:
            try:
                user = people.enter(name, password, at=timezone.now())
            except Refusal as refusal:
                self.add_error(None, spoken(refusal.sentence))
                return self.cleaned_data
            self.confirm_login_allowed(user)
            self.user_cache = user
        return self.cleaned_data


class SignIn(LoginView):
    """The gate."""

    template_name = "site/login.html"
    redirect_authenticated_user = True
    authentication_form = EntryForm


class SignOut(LogoutView):
    """The way out; a POST leaves."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Note who leaves, and let them."""
        if request.user.is_authenticated:
            people.leave(request.user.get_username(), at=timezone.now())
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer


sign_in = SignIn.as_view()
sign_out = SignOut.as_view()
choose_language = login_not_required(set_language)
