"""The day and the instant on which every sample page is made."""

import datetime

NOON = datetime.datetime(2026, 5, 15, 16, 0, tzinfo=datetime.UTC)
DAY = NOON.date()
