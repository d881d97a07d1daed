"""Plant one leak after the other in a copy of the product, and say which tests find it (exchange format, N4).

    python -m tools.plants [--jobs N] [NAME …]

First the tests must pass with nothing planted. A plant that no test finds is named as a survivor, and so is one that leaks
nothing because it speaks of what the product no longer has; then the command ends with 3.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.leaks.plants import PLANTS, Plant

ROOT = Path(__file__).parents[1]
SUITES = {"test_completeness": "N3", "test_non_interference": "N1", "test_canaries": "N2"}
_ERROR = re.compile(r"[\w.]+: ")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", "vectors", "measured*")
_NEVER_LEAKED = re.compile(r"(?:NameError|ImportError|ModuleNotFoundError|AttributeError: (?:partially|module))\b")
_ENDED = re.compile(r"^(?:FAILED|ERROR) tests/leaks/(\w+)\.py::(\w+)", re.MULTILINE)
_SAID = re.compile(r"^E  +(.+)", re.MULTILINE)


NOTHING = Plant("nothing at all", "__init__.py", "", "")


def found_by(plant: Plant, base: Path) -> list[str]:
    """The suite (N1, N2, N3) and test that fail with this leak in the product, and what it said; none for a survivor."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "copy"
        for name in ("src", "tests", "tools"):
            shutil.copytree(ROOT / name, place / name, ignore=_LEFT_OUT)
        shutil.copy(ROOT / "pyproject.toml", place)
        planted(plant, place / "src")
        surroundings = {
            **os.environ,
            "PYTHONPATH": f"{place / 'src'}{os.pathsep}{place}",
            "SUIVI_LEAK_BASE": str(base),
            "SUIVI_PAIRS": "2",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        found = []
        for suite, name in SUITES.items():
            command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
            command += [f"--basetemp={folder}/temp", f"tests/leaks/{suite}.py"]
            ran = subprocess.run(command, cwd=place, env=surroundings, capture_output=True, text=True, check=False)
            if ran.returncode:
                ended = _ENDED.search(ran.stdout)
                found += [name, ended[2] if ended else "did not run", _said(ran.stdout)]
                break
        return found


def _said(output: str) -> str:
    """What the first failure said: its assertion, or where the product itself broke, the last words of that."""
    lines: list[str] = _SAID.findall(output) or [output]
    broke = next((line for line in reversed(lines) if _ERROR.match(line)), lines[-1])
    return (broke if "Traceback" in lines[0] else lines[0])[:200]


def planted(plant: Plant, source: Path) -> None:
    """Put the leak in place; raises `ValueError` where the product no longer reads as the plant expects."""
    file = source / "suivi" / plant.file
    text = file.read_text("utf-8")
    if plant.old not in text:
        raise ValueError(f"“{plant.name}”: {plant.file} no longer holds what the plant replaces")
    file.write_text(text.replace(plant.old, plant.new), "utf-8")
    compile(file.read_text("utf-8"), str(file), "exec")


def main() -> None:
    """Play the plants and print one line of JSON for each."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", nargs="*")
    arguments.add_argument("--jobs", type=int, default=1)
    asked = arguments.parse_args()
    chosen = [plant for plant in PLANTS if not asked.names or any(name in plant.name for name in asked.names)]
    survivors = 0
    base = Path(os.environ.get("SUIVI_LEAK_BASE") or tempfile.mkdtemp(prefix="suivi-leaks-"))
    if without := found_by(NOTHING, base):  # it also makes the base, by the product as it is
        sys.exit(f"The tests fail without any leak: {without}")
    with ThreadPoolExecutor(asked.jobs) as jobs:
        for plant, found in zip(chosen, jobs.map(lambda plant: found_by(plant, base), chosen), strict=True):
            leaked = not (found and _NEVER_LEAKED.match(found[-1]))
            survivors += not (found and leaked)
            by = (found or "NOBODY") if leaked else f"NOBODY: the plant itself broke: {found[-1]}"
            print(json.dumps({"plant": plant.name, "found by": by}, ensure_ascii=False), flush=True)
    print(json.dumps({"plants": len(chosen), "survivors": survivors}))
    sys.exit(3 if survivors else 0)


if __name__ == "__main__":
    main()
