.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# A Python of its own choice: make run PYTHON=/opt/python/bin/python3
PYTHON ?= $(shell for found in python3.14 python3.13 python3.12 python3.11 python3; do \
	"$$found" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' \
	2>/dev/null && { echo "$$found"; break; }; done)
VENV := backend/.venv
PY := $(VENV)/bin/python
WEB := $(PY) backend/setup/frontend.py
CODE := backend tests migrations bench
RUFF := $(VENV)/bin/ruff
CONFIG := --config backend/pyproject.toml

help: ## Show what you can do here
	@awk 'BEGIN {FS = ":.*## "} /^[a-z0-9-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup ## Start everything: PostgreSQL, API, staff dashboard, resident portal, demo district
	@BOMILJO_MODE=$${BOMILJO_MODE:-demo} exec $(PY) -m bomiljo.cli run

dev: setup ## The same, and the API starts again when its code changes
	@BOMILJO_MODE=$${BOMILJO_MODE:-demo} exec $(PY) -m bomiljo.runner dev

test: check ## Everything that must hold: checks, tests, screens in a real browser
	$(VENV)/bin/pytest -c backend/pyproject.toml --rootdir . -n 2 -q $(or $(t),tests)
	$(WEB) npm test
	$(WEB) build
	$(MAKE) e2e
	@echo "All of make test passed."

check: setup ## Lint, types, import contracts, and whether the API document is up to date
	$(RUFF) check $(CONFIG) $(CODE) && $(RUFF) format --check $(CONFIG) $(CODE)
	$(VENV)/bin/mypy --config-file backend/pyproject.toml backend/bomiljo tests
	MYPYPATH=backend/setup $(VENV)/bin/mypy --config-file backend/pyproject.toml backend/setup/*.py
	cd backend && .venv/bin/lint-imports
	$(PY) -m bomiljo.cli openapi-check
	$(WEB) npm run lint
	$(WEB) npm run typecheck

e2e: setup ## The journeys in Chromium against a fresh product: make e2e a="a11y.spec.ts"
	$(PY) backend/setup/with_app.py $(WEB) npm run e2e -- $(a)

openapi: setup ## Write openapi/ and the website's types from the code
	$(PY) -m bomiljo.cli openapi
	$(WEB) npm run gen:api

migrate: setup ## Bring the database up to date: BOMILJO_MIGRATION_URL's, else the embedded one
	$(PY) -m bomiljo.cli migrate

migration: setup ## Write a migration: make migration m="add checklists"
	$(PY) -m bomiljo.runner migration "$(m)"

seed: setup ## Load the demo district into the database; again changes nothing
	@BOMILJO_MODE=$${BOMILJO_MODE:-demo} $(PY) -m bomiljo.cli seed

bench: setup ## Measure, and print the figures
	$(PYTHON) backend/setup/install.py bench
	$(PY) bench

lock: setup ## Resolve the Python packages anew: make lock a=--upgrade
	$(PYTHON) backend/setup/install.py setup
	$(PY) backend/setup/lock.py $(a)

clean: ## Remove what was installed and built; the data in .data stays
	rm -rf $(VENV) frontend/node_modules frontend/dist
	find backend tests migrations bench -name __pycache__ -type d -prune -exec rm -rf {} +

setup:
	@test -n "$(PYTHON)" || { echo "Bomiljø needs Python 3.11, 3.12, 3.13 or 3.14 on the PATH" \
		"(found: $$(python3 --version 2>&1)). Install one, or: make run PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) backend/setup/install.py dev node

.PHONY: help run dev test check e2e openapi migrate migration seed bench lock clean setup
