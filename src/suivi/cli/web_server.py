"""The web servers of a node: gunicorn with threads, one process each, because the register is remembered in it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication


class _Server(BaseApplication):
    def __init__(self, make: Callable[[], Callable[..., Any]], **options: object) -> None:
        self._make = make
        self._options = {
            "workers": 1,
            "worker_class": "gthread",
            "timeout": 120,
            "accesslog": None,
            "loglevel": "warning",
            **options,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        return self._make()


def _desk() -> Callable[..., Any]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.settings")
    from suivi.web.wsgi import application

    return application


def serve_node(bind: str, *, threads: int) -> None:
    """Serve the node named by SUIVI_DATA on `bind` until interrupted."""
    _Server(_desk, bind=bind, threads=threads).run()


def serve_published(
    folder: Path, bind: str, *, threads: int = 2, certificate: Path | None = None, key: Path | None = None
) -> None:
    """Show the published directory `folder` on `bind` until interrupted; over TLS where a certificate is given."""
    from suivi.cli.published_server import PublishedFiles

    tls = {} if certificate is None else {"certfile": str(certificate), "keyfile": str(key or certificate)}
    _Server(lambda: PublishedFiles(folder), bind=bind, threads=threads, **tls).run()
