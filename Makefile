# Suivi, from a terminal. `make help` says what there is; `make demo` and `make test` are enough to begin.

PYTHON  ?= python3
WORKERS ?= 2
VENV    := .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
DEBIAN  := chromium fonts-noto-cjk gettext postgresql strace

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-postgresql check coverage bench bench-long plants mutants pictures words modes catalogues lock clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.run ## install what is needed, play the journey of a plan between two capitals, serve both desks
	$(BIN)/suivi demo

test: $(VENV)/.dev ## install what is needed and run every test
	@sh tools/debian.sh $(DEBIAN)
	$(BIN)/python -m pytest -n $(WORKERS)

test-postgresql: $(VENV)/.dev ## the desk's own tests once more, with every table in PostgreSQL
	@sh tools/debian.sh postgresql
	SUIVI_TEST_DATABASE=postgresql $(BIN)/python -m pytest -q -n $(WORKERS) -m "not sqlite" tests/desk tests/postgresql

check: $(VENV)/.dev ## style, types, contracts, tables, translations, the rules of the house; then print sizes
	@sh tools/debian.sh gettext
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@mkdir -p var/no-node
	$(BIN)/python -m django makemigrations --check --dry-run --settings suivi.settings
	$(BIN)/python -m tools.catalogues --check
	$(BIN)/python -m tools.refusals --check
	$(BIN)/python -m tools.modes_table --check
	$(BIN)/python -m tools.demonstration_table --check
	$(BIN)/python -m pytest -q tests/house
	@$(BIN)/python -m tools.sizes

coverage: $(VENV)/.dev ## branch coverage: complete where bytes are verified, printed elsewhere
	$(BIN)/python -m pytest -q -n $(WORKERS) --cov --cov-report=term
	$(BIN)/coverage report --fail-under=100 \
		--include='src/suivi/log/*,src/suivi/register/joint.py,src/suivi/exchange/take_in.py'

bench: $(VENV)/.dev ## take the measurements of docs/measurements.md
	$(BIN)/python -m pytest -q -s benchmarks --benchmark-enable --benchmark-columns=min,median,max,rounds

bench-long: $(VENV)/.dev ## every crash point, 1,000 simulated histories, the long runs of the exchange, every page by every reader, an hour of damaged documents (hours)
	@sh tools/debian.sh strace
	$(BIN)/python -m tests.reader.documents.mutations --seconds 3600
	SUIVI_SIMULATIONS=1000 SUIVI_JOINT_LENGTH=9 SUIVI_JOINT_HISTORIES=100000 SUIVI_FUZZ=10000000 SUIVI_BUNDLES=100000 \
		SUIVI_PAIRS=500 $(BIN)/python -m pytest -q -s -n $(WORKERS) tests/exchange/test_simulation.py \
		tests/register/test_joint.py tests/register/test_joint_of_three.py tests/exchange/test_fuzz.py \
		tests/independent/test_many_bundles.py tests/leaks
	SUIVI_READERS=all $(BIN)/python -m pytest -q -n $(WORKERS) tests/demonstration
	SUIVI_CRASH_POINTS=all SUIVI_KILLS=5000 $(BIN)/python -m pytest -q -s tests/two_nodes/test_crash_points.py

plants: $(VENV)/.dev ## plant one leak after the other in a copy of the product; every one must be found (half an hour)
	$(BIN)/python -m tools.plants --jobs $(WORKERS)

mutants: $(VENV)/.dev ## change the logs, the exchange and the markings in one place after the other; nine in ten must be noticed (an hour)
	$(BIN)/python -m tools.mutants 'log/*.py' --jobs $(WORKERS) --tests tests/log tests/exchange/test_evidence.py \
		tests/exchange/test_keys.py tests/exchange/test_take_in.py tests/exchange/test_verify.py
	$(BIN)/python -m tools.mutants 'exchange/*.py' --jobs $(WORKERS) --tests tests/exchange
	$(BIN)/python -m tools.mutants record/marking.py --jobs $(WORKERS) --tests tests/record

pictures: $(VENV)/.dev ## take the pictures of README again, from a demonstration played for the purpose
	@sh tools/debian.sh chromium fonts-noto-cjk
	$(BIN)/suivi demo --no-serve --data var/pictures
	$(BIN)/python -m tools.pictures var/pictures

words: $(VENV)/.dev ## write the page of refusals from the code
	$(BIN)/python -m tools.refusals

modes: $(VENV)/.dev ## write the tables of modes and of the demonstration
	$(BIN)/python -m tools.modes_table
	$(BIN)/python -m tools.demonstration_table

catalogues: $(VENV)/.dev ## gather the phrases of the interface and compile their translations
	@sh tools/debian.sh gettext
	$(BIN)/python -m tools.catalogues

lock: $(VENV)/.dev ## resolve the requirements anew, with hashes (needs uv)
	uv pip compile --quiet --generate-hashes --no-header --no-strip-extras --python-version 3.11 \
		--extra build --extra dev --extra korean --extra postgresql -o requirements/dev.txt pyproject.toml
	uv pip compile --quiet --generate-hashes --no-header --no-strip-extras --python-version 3.11 \
		--extra build --extra korean --extra postgresql -c requirements/dev.txt -o requirements/run.txt pyproject.toml

clean: ## remove what runs leave behind; nodes under var/ go too
	rm -rf var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov

# The stamps make a second run quick: each is older than the files that would make it untrue.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Suivi needs Python 3.11 or later. Name one: make PYTHON=/usr/bin/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh tools/debian.sh python3-venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src  # so that a command starts quickly from the first time on
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
