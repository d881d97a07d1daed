"""The web server of a node: gunicorn with threads, one process, because the register is remembered in it."""

import os
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication


class _Desk(BaseApplication):
    def __init__(self, bind: str, threads: int) -> None:
        self._options = {
            "bind": bind,
            "workers": 1,
            "threads": threads,
            "worker_class": "gthread",
            "timeout": 120,
            "accesslog": None,
            "loglevel": "warning",
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.settings")
        from suivi.web.wsgi import application

        return application


def serve_node(bind: str, *, threads: int) -> None:
    """Serve the node named by SUIVI_DATA on `bind` until interrupted."""
    _Desk(bind, threads).run()
