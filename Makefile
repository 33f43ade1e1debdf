# A newcomer needs two commands: `make demo` and `make test`. `make help` lists the others.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV ?= .venv
BIN := $(abspath $(VENV))/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SAMPLES ?= samples
PROJECT ?= InSERRE
# Two halves of the tests side by side, each with a Neo4j and a Chromium of its own. A server that
# is named is one for all: then one after the other.
WORKERS ?= $(if $(NEO4J_TEST_URI),,--numprocesses=2 --dist=loadfile)
PAGES := README.md $(wildcard docs/*.md)
COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
  --generate-hashes --no-annotate --custom-compile-command "make lock" pyproject.toml

.PHONY: help demo test lint bench score train docs picture wheel lock clean

help:  ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

demo: export STAKEHOLDERS_STORE := demo/stakeholders.lbug
demo: export PATH := $(BIN):$(PATH)
demo: $(VENV)/run.stamp  ## read the sample documents, ask who is in charge, measure and draw
	@mkdir -p demo
	stakeholders load $(SAMPLES)
	stakeholders in-charge "$(PROJECT)"
	stakeholders who-is-accountable "$(PROJECT)"
	stakeholders metrics --top 10
	@stakeholders view --output demo/network.html --title "$(PROJECT)" >/dev/null
	@echo; echo "The network is drawn here, for any browser: file://$(abspath demo/network.html)"

test: $(VENV)/dev.stamp  ## every test, on a real Neo4j and a real Chromium
	@.ci/chromium
	@$(BIN)/pytest $(WORKERS) $(ARGS)

lint: $(VENV)/dev.stamp  ## style, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp  ## how fast it is, on this machine (BENCH_STAKEHOLDERS=5000: a smaller graph)
	$(BIN)/pytest --override-ini addopts=--import-mode=importlib -s tests/benchmarks $(ARGS)

score: export PATH := $(BIN):$(PATH)
score: $(VENV)/run.stamp  ## how well prose is read, where the gold passages are
	@if [ -e ../shared/bin/score ]; then $(BIN)/python ../shared/bin/score ../shared/gold $(ARGS); \
	else echo "No gold passages at ../shared/gold: nothing to score."; fi

train: $(VENV)/dev.stamp  ## learn the weights of the reader's scorer anew, where the gold passages are
	@if [ -e ../shared/gold ]; then \
	$(BIN)/python -m stakeholder_graph.loaders.prose.scorer.training ../shared/gold ../shared/gold-more; \
	else echo "No gold passages at ../shared: nothing to learn from."; fi

docs: $(VENV)/dev.stamp  ## write the generated parts of the pages, and run the notebooks
	$(BIN)/cog -r -I docs $(PAGES)
	$(BIN)/python docs/notebooks.py

picture: $(VENV)/dev.stamp  ## take the picture of the README anew
	@.ci/chromium
	$(BIN)/python docs/picture.py

wheel: $(VENV)/dev.stamp  ## build the package, and try the wheel in an environment of its own
	@PYTHON="$(PYTHON)" BIN="$(BIN)" .ci/wheel

lock: $(VENV)/run.stamp  ## choose the versions that are installed anew (needs the network)
	$(PIP) uv
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --output-file requirements-dev.lock --all-extras --group dev --constraint requirements.lock

clean:  ## remove all that is made here
	rm -rf .venv demo build dist .neo4j .*_cache .hypothesis

# What is installed is what was tested: versions and hashes are those of the lock files.
$(VENV)/bin/python:
	@.ci/venv "$(PYTHON)" $(VENV)

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing into $(VENV) …"
	@$(PIP) -r requirements.lock
	@$(PIP) --no-deps --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing into $(VENV) …"
	@$(PIP) -r requirements-dev.lock
	@$(PIP) --no-deps --editable .
	@touch $@ $(VENV)/run.stamp
