"""The desk as a Django application: the only one with tables."""

from django.apps import AppConfig


class Desk(AppConfig):
    """Label `desk`; its tables are listed in `docs/house.md`."""

    name = "suivi.desk"
    label = "desk"
