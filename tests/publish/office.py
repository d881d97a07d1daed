"""The office programs that open what is published, where they are installed.

LibreOffice comes in parts: with its spreadsheets alone there is a `soffice`, and it opens no text document.
"""

import shutil
import subprocess

import pytest

PROGRAMS = {"docx": "lowriter", "xlsx": "localc"}


def office_for(suffix: str) -> str:
    """The program that opens documents of that kind; where it is not installed the test says so and is not passed."""
    program = PROGRAMS[suffix]
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"LibreOffice has no {program} here: nobody has opened the {suffix} in it")
    return found


def with_widths_of_calibri() -> None:
    """Say so and do not pass where the font our Word documents name, or one as wide, is not installed.

    In the wider DejaVu Sans, which stands in for it there, a page reckoned for Calibri can run over (`docx_fit`).
    """
    match = shutil.which("fc-match")
    found = subprocess.run([match, "Calibri"], capture_output=True, text=True, check=True).stdout if match else ""
    if not found.startswith(("calibri", "Calibri", "Carlito")):
        pytest.skip("No font as wide as Calibri is here: nobody has counted the pages of the Word documents")
