"""The office programs that open what is published, where they are installed.

LibreOffice comes in parts: with its spreadsheets alone there is a `soffice`, and it opens no text document.
"""

import shutil

import pytest

PROGRAMS = {"docx": "lowriter", "xlsx": "localc"}


def office_for(suffix: str) -> str:
    """The program that opens documents of that kind; where it is not installed the test says so and is not passed."""
    program = PROGRAMS[suffix]
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"LibreOffice has no {program} here: nobody has opened the {suffix} in it")
    return found
