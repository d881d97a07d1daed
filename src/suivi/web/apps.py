"""The web desk as a Django application: templates, tags and static files; no table."""

from django.apps import AppConfig


class Web(AppConfig):
    """Label `web`."""

    name = "suivi.web"
    label = "web"
