"""What every page needs, made ready before the first is asked for: by the process that is then divided into several.

Every template is read, and every catalogue of phrases: the first page somebody opens would wait half a second for them.
"""

from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.utils import translation


def make_ready() -> None:
    """Read all of it; no table is asked."""
    for named in settings.TEMPLATES[0]["DIRS"]:
        folder = Path(str(named))
        for file in sorted(folder.rglob("*.html")):
            get_template(str(file.relative_to(folder)))
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("Today")
