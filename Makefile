# make demo   the main job on the practice portal, without network
# make test   everything CI runs: ruff, mypy, import-linter, pytest with the quality gate
# make fix    format and mend what ruff can mend
# make bench  the benchmarks, each beside its reference, in a folder of its own (.venv-bench)
# make torture  the long fuzz of broken pages, sixty runs and forty senders of alerts killed at random instants
# make lab    two hundred days of the practice sites and forty redesigns, judged by the monitor, then repaired

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# A user that may not write here, or PYTHONDONTWRITEBYTECODE, would have every run compile us anew: 0.3 s of it.
COMPILE := python -m compileall -q nnnews

.PHONY: demo test lint types layers fix bench torture lab clean

demo: $(VENV)/.installed
	$(BIN)/nnnews demo

test: lint types layers $(VENV)/.installed-test
	$(BIN)/pytest

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-test
	$(BIN)/mypy

layers: $(VENV)/.installed-test
	$(BIN)/lint-imports

fix: $(VENV)/.installed-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv-bench/.installed
	for file in $$(grep -l __main__ benchmarks/*.py); do \
	    echo "== $$file"; .venv-bench/bin/python $$file || exit 1; done

torture: $(VENV)/.installed-test
	$(BIN)/python tests/torture/fuzz_pages.py
	$(BIN)/python tests/torture/kill_runs.py
	$(BIN)/python tests/torture/recheck_pages.py
	$(BIN)/python tests/torture/kill_alerts.py
	$(BIN)/python tests/torture/shuffle_stories.py

lab: $(VENV)/.installed-test
	$(BIN)/python tests/redesign/lab.py --seed 6
	$(BIN)/python tests/redesign/lab.py --seed 7 --loud
	$(BIN)/python tests/redesign/repair_lab.py --seed 6

clean:
	rm -rf $(VENV) .venv-bench build *.egg-info

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "nnnews needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV) || { echo "On Debian: apt install python3-venv" >&2; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) --editable .
	$(BIN)/$(COMPILE)
	touch $@

.venv-bench/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	.venv-bench/bin/$(COMPILE)
	touch $@

$(VENV)/.installed-test: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) --editable '.[test]'
	$(BIN)/$(COMPILE)
	touch $@ $(VENV)/.installed
