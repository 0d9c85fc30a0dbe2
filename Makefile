# `make help` lists the targets. Each sets up what it needs; Python and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SEED := seeds/seed-kosovo.txt

.PHONY: help demo test check lint types test-far test-browser coverage docs bench bench-corpus fuzz mutate dist scorecard knowledge constraints clean
.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Everything is installed from hashes; the project itself without looking for dependencies again.
$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v < (3, 15) else f"Python 3.11 to 3.14 is needed, {v.major}.{v.minor} is there; try make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## read the founding article and show its dossier
	$(BIN)/geopolitics-model parse $(SEED) --published 2022-08-04 --format table

test: lint types check ## lint, types and tests

check: $(READY) ## the tests alone
	$(BIN)/python -m pytest

lint: $(READY) ## ruff, and which floor may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo --no-cache

types: $(READY) ## mypy --strict
	$(BIN)/mypy

# What needs a compiler, Java or gigabytes: cluster engines, and the validator of FollowTheMoney.
test-far: $(READY) ## the tests of cluster engines and of other tools' formats (large downloads)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r constraints-far.txt
	$(BIN)/python -m pytest tests/corpus/clusters tests/formats/interchange

test-browser: $(READY) ## the tests of the page in a browser (Chromium must be there)
	$(BIN)/python -m pytest -m browser

coverage: $(READY) ## the tests with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term

docs: $(READY) ## build the site, strictly and offline
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

bench: $(READY) ## speed, as ratios measured side by side
	$(BIN)/python benchmarks/run.py

bench-corpus: $(READY) ## many articles: words a second, processes, memory as a corpus grows (20 minutes)
	$(BIN)/python benchmarks/corpus.py

# TARGET is json, yaml, text, page or files. What it finds lands in out/fuzz.
fuzz: $(READY) ## coverage-guided fuzzing (TARGET=json MINUTES=30)
	$(BIN)/python -m pip install --quiet atheris==3.0.0
	$(BIN)/python tools/fuzz/run.py $(TARGET) --minutes $(or $(MINUTES),30)

# FILES, TESTS and SAMPLE narrow it; what survives is for a reader to judge.
mutate: $(READY) ## put faults into the code and see whether a test fails (1 hour)
	$(BIN)/python tools/mutate/run.py $(or $(FILES),src/geopolitics_model/model src/geopolitics_model/formats) \
	  --tests $(or $(TESTS),tests/model tests/formats) --sample $(or $(SAMPLE),250)

dist: $(READY) ## build sdist and wheel, and check them
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/twine check --strict dist/*

scorecard: $(READY) ## measure quality (EVAL=DIR, the scorers) and speed, and write docs/quality.md
	$(BIN)/python tools/scorecard/run.py $(if $(EVAL),--eval $(EVAL))

# With RAW=DIR the tables are compiled anew from the raw ones; without it they are validated.
knowledge: $(READY) ## compile (RAW=DIR) or validate the knowledge tables
	$(BIN)/python tools/knowledge/build.py $(if $(RAW),--raw $(RAW))

RESOLVE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet
EXTRAS := notebook corpus browser test lint knowledge docs build bench
FAR := interchange spark dask ray

constraints: ## resolve the dependencies anew and write both files of constraints (needs uv)
	$(RESOLVE) $(EXTRAS:%=--extra %) -o constraints.txt
	$(RESOLVE) $(EXTRAS:%=--extra %) $(FAR:%=--extra %) -c constraints.txt -o constraints-far.txt

clean: ## remove everything that make made
	rm -rf $(VENV) site build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
