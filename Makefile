# Every target sets up what it needs in .venv first; `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve test browser build record check mutants elsewhere newest links audit bench zensical clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

serve: .venv/ready ## serve the site at http://127.0.0.1:8000 (PORT=… for another port)
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: $(if $(only),.venv/ready,browser) ## run every test (only=… for the gates over the pages whose path contains …)
	@$(BIN)/python -m pytest $(if $(only),--only "$(only)")

browser: .venv/ready ## find Chromium, which the tests of the pages drive, or install it
	@$(BIN)/python -m tools.maintenance.browser || echo 'the tests of the pages in a browser will be skipped'

build: .venv/ready ## check every transcript and build the site into site/
	@$(BIN)/mkdocs build

record: .venv/ready ## run the snippets and write their transcripts (only=… for those whose path contains …), then the prose's numbers
	@$(BIN)/python -m tools.pages record --only "$(only)"

check: .venv/ready ## run the snippets and compare their transcripts (only=…), then the prose's numbers
	@$(BIN)/python -m tools.pages check --only "$(only)"

mutants: .venv/ready ## change one digit at a time, run the tests that can see it, count what is caught (n=200, seed=0)
	@$(BIN)/python -m tools.maintenance.mutants -n "$(or $(n),200)" --seed "$(or $(seed),0)"

elsewhere: .venv/ready ## run the snippets as on other processors, in all combinations, and each by plain python (minutes)
	@EVERYWHERE=1 $(BIN)/python -m pytest tests/content/test_elsewhere.py

newest: ## run the snippets with the newest torch, in an environment of its own, and show what differs
	@$(PYTHON) -m venv .venv-newest
	@.venv-newest/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@.venv-newest/bin/python -m pip install --quiet --disable-pip-version-check --upgrade torch
	@.venv-newest/bin/python -m tools.pages check --any-torch

links: build ## list every link to elsewhere, and the pages that have it
	@$(BIN)/python -m tools.maintenance.links site

audit: export SITE_URL :=
audit: browser tools/maintenance/audit/node_modules build ## measure the site: axe, the Nu validator, Lighthouse, and the bytes of a first visit (minutes)
	@$(BIN)/python -m tools.maintenance.audit site

bench: .venv/ready-dev ## time the build against other ways to show executed examples
	@$(BIN)/python -m tools.maintenance.benchmark

zensical: .venv/ready-dev ## build with Zensical too and compare the articles
	@$(BIN)/python -m tools.maintenance.compare_zensical

clean: ## remove everything that can be made again
	@rm -rf .venv .venv-newest site site.* .cache .pytest_cache .hypothesis tools/maintenance/audit/node_modules
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}: make PYTHON=…")'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "no virtual environment: install Python's venv module (Debian, Ubuntu: python3-venv)"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

tools/maintenance/audit/node_modules: tools/maintenance/audit/package-lock.json
	@command -v npm >/dev/null || { echo "no npm found: the audit needs Node 20 or newer, with npm"; exit 1; }
	@cd tools/maintenance/audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
