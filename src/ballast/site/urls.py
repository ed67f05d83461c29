"""Every address of the site."""

from django.urls import URLPattern, URLResolver, path

from ballast.site.views import overview, shell

urlpatterns: list[URLPattern | URLResolver] = [
    path("", overview.overview, name="overview"),
    path("sign-in/", shell.sign_in, name="login"),
    path("sign-out/", shell.sign_out, name="logout"),
    path("language/", shell.choose_language, name="set_language"),
]
