# Everything a person types. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

RUN := .venv/bin
PYTEST := $(RUN)/python -m pytest
JOBS := 2
# Tests wait for servers, browsers and LibreOffice: one more of them than cores is at work.
XDIST := -n 3 --dist loadfile --no-loadscope-reorder

# What setup makes, each by the file that says it is done.
UV := var/tools/bin/uv
PACKAGES := .venv/.ready
NPM := node_modules/.package-lock.json
WORDS := src/ballast/locale/zh_Hans/LC_MESSAGES/django.mo
STRICT := src/ballast/rulebook src/ballast/kit $(wildcard src/ballast/rooms/*/actions* src/ballast/rooms/*/queries*)
# On PostgreSQL again: whatever reads or writes a database (the kit's documents and uploads do not), but neither how wide
# a page is and where its headings stand, nor what LibreOffice makes of a pack: the same rows were proved on SQLite.
ONCE := tests/journeys/test_any_screen_any_hand.py tests/journeys/test_the_pack.py
ON_POSTGRESQL := $(filter-out $(ONCE),$(wildcard tests/kit/backup tests/kit/test_*.py tests/rooms tests/journeys/test_*.py))

# The quick half of `make fast` that reads policy books; the house and the rest of the rulebook are the other.
BOOKS := tests/rulebook/policy tests/rulebook/scoring
QUICKLY := $(PYTEST) -q -p no:schemathesis --hypothesis-profile=fast -m "not slow"

.PHONY: help setup demo serve test test-sqlite test-postgresql fast lint bench docs
.PHONY: fast-style fast-types fast-floors fast-house fast-books lint-style lint-types lint-floors lint-docs

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(WORDS) $(NPM) ## bring uv, the Python and npm packages and the translations (needs Python 3.11)

demo: setup ## build the golden city 北溟, print its logins and serve it
	$(RUN)/ballast demo
	$(RUN)/ballast serve

serve: setup ## serve what stands in var/ (or $$BALLAST_DATA) on this machine
	$(RUN)/ballast serve

test: setup ## everything, on SQLite and again on a real PostgreSQL (as root it installs what the machine lacks)
	tools/system.sh
	$(MAKE) test-sqlite
	$(MAKE) test-postgresql

test-sqlite:
	$(PYTEST) $(XDIST)

test-postgresql:
	$(RUN)/python tools/postgres.py -- $(PYTEST) $(XDIST) -p no:schemathesis $(ON_POSTGRESQL)

fast: setup ## style, types, floors, house rules and rules of policy, in under ten seconds
	@$(MAKE) -k -j$(JOBS) --output-sync=target fast-books fast-house fast-types fast-floors fast-style

fast-style:
	@$(RUN)/ruff check --quiet .
fast-types:
	@$(RUN)/mypy $(STRICT)
fast-floors:
	@$(RUN)/lint-imports --no-logo
# Two halves side by side: each reads in its own tests only, where workers of one run would read in all of them twice.
fast-books:
	@$(QUICKLY) $(BOOKS)
fast-house:
	@$(QUICKLY) $(filter-out $(BOOKS),$(wildcard tests/house tests/rulebook/*))

lint: setup ## style, format, types, floors, and that the generated documents are fresh
	@$(MAKE) lint-style lint-types lint-floors lint-docs

lint-style:
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
lint-types:
	$(RUN)/mypy
lint-floors:
	$(RUN)/lint-imports --no-logo
lint-docs:
	$(RUN)/python tools/handbooks.py --check

docs: setup ## write the generated documents anew
	$(RUN)/python tools/handbooks.py

bench: setup ## measure, beside a real PostgreSQL
	set -e; for bench in $(sort $(wildcard bench/[a-z]*.py)); do $(RUN)/python tools/postgres.py -- $(RUN)/python $$bench; done

$(UV): tools/setup.sh
	tools/setup.sh uv
	@touch $@

$(PACKAGES): $(UV) pyproject.toml uv.lock
	tools/setup.sh python
	@touch $@

$(NPM): $(UV) package.json package-lock.json .npmrc
	tools/setup.sh npm
	@touch $@

$(WORDS): $(PACKAGES) src/ballast/kit/i18n.py $(wildcard src/ballast/locale/parts/*.po)
	tools/setup.sh words
