"""The WSGI application that granian serves."""

from django.core.wsgi import get_wsgi_application

from ballast.site import environment

environment.use_settings()
application = get_wsgi_application()

from ballast.site import demonstrating  # noqa: E402 - Django must be awake

demonstrating.prove()
