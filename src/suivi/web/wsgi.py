"""The web desk for a WSGI server: `gunicorn suivi.web.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.settings")

application = get_wsgi_application()
