"""The way in and out, and the language."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.views.i18n import set_language

sign_in = LoginView.as_view(template_name="site/login.html", redirect_authenticated_user=True)
sign_out = LogoutView.as_view()
choose_language = login_not_required(set_language)
