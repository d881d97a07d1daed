"""The web servers of a node: gunicorn with threads, in several processes for the desk.

- Each process of the desk remembers registers for itself, and asks the tables at every use whether they have moved on.
- What every page needs is read before the processes part, so that they share it and no first page waits for it.
- Rubbish that holds itself in a circle is looked for among what is young only; among all there is, every ten minutes:
  that look stands still for a tenth of a second once registers are in memory, and would fall upon any page.
- A connection serves one request: one kept open would bind its reader to a process, however busy, while others wait.
- What makes a node and what shows its published files run in one process each.
"""

import gc
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from gunicorn.app.base import BaseApplication

_BETWEEN_LOOKS: Final = 600
"""Seconds between two looks at whether the nightly backup is due."""

_YOUNG: Final = (50_000, 20, 100_000)
"""After how many new objects Python looks for circles among the youngest, how many such looks later among those that
outlived one, and how many of those later among all: never by itself."""


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
    """The desk, every page of it loaded: what one thread loads while another does may be seen half made."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.settings")
    from django.urls import get_resolver

    from suivi.web.wsgi import application  # sets Django up, which all that follows needs

    assert get_resolver().url_patterns
    _make_ready()
    _look_at_own()
    gc.set_threshold(*_YOUNG)
    gc.collect()
    gc.freeze()
    return application


def _make_ready() -> None:
    """What every page needs, read before the processes part."""
    from suivi.desk import kept_registers
    from suivi.web.beforehand import make_ready

    make_ready()
    assert kept_registers.edition()


def _watch_nights(folder: Path) -> None:
    """Look after the nightly backup, and the rubbish, in the background, in a process that is forked no more."""
    threading.Thread(target=_keep_nightly, args=(folder,), name="nightly", daemon=True).start()


def _keep_nightly(folder: Path) -> None:
    """Every ten minutes: the backup of the night, where it is due (`desk/nightly.py`)."""
    from suivi.cli.desk import clock
    from suivi.desk import nightly

    while True:
        try:
            nightly.make_if_due(folder, at=clock())
        except (
            OSError,
            ValueError,
        ) as error:  # its file is damaged, or gone this very moment: the next round looks again
            print(f"The nightly backup could not be looked at: {error}", flush=True)
        time.sleep(_BETWEEN_LOOKS)
        gc.collect()


def _look_at_own() -> None:
    """Before the first request: our roots recomputed, and compared with what we have published (section 12.2)."""
    from django.db import DatabaseError, connections

    from suivi.cli.desk import clock
    from suivi.desk.actions import starting

    try:
        for looked in starting.look_at_own(at=clock()):
            if looked.code:
                print(f"ALARM: {looked.log}: {looked.memory} [{looked.code}]; see suivi reconcile.", flush=True)
    except DatabaseError as error:  # tables of an earlier version, or none: the pages say so
        print(f"The logs could not be looked at: {error}", flush=True)
    finally:
        connections.close_all()


def serve_node(bind: str, *, threads: int, processes: int) -> None:
    """Serve the node named by SUIVI_DATA on `bind` until interrupted, in so many processes."""
    from suivi.desk import slips

    folder = Path(os.environ["SUIVI_DATA"])
    slips.empty(folder)
    # Made once and then forked: nothing is open at that moment, no connection and no thread (`_look_at_own`).
    shared = {"workers": processes, "preload_app": True, "post_worker_init": lambda _worker: _watch_nights(folder)}
    _Server(_desk, bind=bind, threads=threads, keepalive=0, **shared).run()


def serve_first_page(folder: Path, code: str, bind: str, *, threads: int) -> None:
    """Serve the page that makes a node in the empty `folder`, and its desk once it stands, until interrupted."""
    from suivi.cli.first_page import FirstPage, make_in

    def desk() -> Callable[..., Any]:
        os.environ["SUIVI_DATA"] = str(folder)
        made = _desk()
        _watch_nights(folder)
        return made

    page = FirstPage(code, make=make_in(folder), desk=desk, seconds=time.monotonic)
    _Server(lambda: page, bind=bind, threads=threads).run()


def serve_published(
    folder: Path, bind: str, *, threads: int = 2, certificate: Path | None = None, key: Path | None = None
) -> None:
    """Show the published directory `folder` on `bind` until interrupted; over TLS where a certificate is given."""
    from suivi.cli.published_server import PublishedFiles

    tls = {} if certificate is None else {"certfile": str(certificate), "keyfile": str(key or certificate)}
    _Server(lambda: PublishedFiles(folder), bind=bind, threads=threads, **tls).run()
