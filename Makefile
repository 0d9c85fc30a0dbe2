# `make help` lists the targets. Each sets up what it needs; Python and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SEED := seeds/seed-kosovo.txt

.PHONY: help demo test check lint types coverage docs bench knowledge constraints clean
.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Everything is installed from hashes; the project itself without looking for dependencies again.
$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v < (3, 14) else f"Python 3.11 to 3.13 is needed, {v.major}.{v.minor} is there; try make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## read the founding article and show its dossier
	$(BIN)/geopolitics-model parse $(SEED) --published 2022-08-04 --format table

test: lint types check ## lint, types and tests

check: $(READY) ## the tests alone
	$(BIN)/python -m pytest

lint: $(READY) ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy --strict
	$(BIN)/mypy

coverage: $(READY) ## the tests with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term

docs: $(READY) ## build the site, strictly and offline
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

bench: $(READY) ## speed, as ratios measured side by side
	$(BIN)/python benchmarks/run.py

# With RAW=DIR the tables are compiled anew from the raw ones; without it they are validated.
knowledge: $(READY) ## compile (RAW=DIR) or validate the knowledge tables
	$(BIN)/python tools/knowledge/build.py $(if $(RAW),--raw $(RAW))

constraints: ## resolve the dependencies anew and write constraints.txt (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o constraints.txt

clean: ## remove everything that make made
	rm -rf $(VENV) site build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
