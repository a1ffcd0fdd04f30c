# Every target sets up what it needs in .venv first; `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
# Jupyter needs a home, which a user without an entry in the system's list has not.
export HOME := $(or $(HOME),$(CURDIR)/.cache)

.DEFAULT_GOAL := help
.PHONY: help serve test test-all lint browser build record words check
.PHONY: mutants fuzz elsewhere versions links audit bench zensical pins clean

help: ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 11

serve: .venv/ready ## serve the site at http://127.0.0.1:8000, and rebuild it on changes (PORT=… for another port)
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: $(if $(only),.venv/ready,browser) ## run the tests (only=… for the checks of the pages whose path contains …)
	@$(BIN)/python -m pytest $(if $(only),--only "$(only)")

test-all: browser ## run every test, including the heavy ones that are left to continuous integration
	@$(BIN)/python -m pytest --ci

lint: .venv/ready-dev ## check the Python code's style, layout and types, and the workflows
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check tools tests conftest.py
	@$(BIN)/python -m mypy
	@$(BIN)/zizmor --offline --quiet --no-progress .github/workflows

browser: .venv/ready ## find Chromium, in which the tests open the pages, or install it
	@$(BIN)/python -m tools.maintenance.browser || echo 'the tests that open pages in a browser will be skipped'

build: .venv/ready ## check every transcript and build the site into site/
	@$(BIN)/mkdocs build

record: .venv/ready ## run the snippets and record their output, then what the pages assert (only=… as for test, accept=…)
	@$(BIN)/python -m tools.pages record --only "$(only)" $(if $(accept),--accept $(accept))

words: .venv/ready ## write what outputs and figures say besides numbers, and show each change (only=…)
	@$(BIN)/python -m tests.support.words "$(only)"

check: .venv/ready ## run the snippets and compare their output with the record, then what the pages assert (only=…)
	@$(BIN)/python -m tools.pages check --only "$(only)"

mutants: .venv/ready ## make one thing at a time false on a page and count what the checks catch (n=1000, seed=0)
	@$(BIN)/python -m tools.maintenance.mutants -n "$(or $(n),1000)" --seed "$(or $(seed),0)"

fuzz: .venv/ready ## compare the NumPy losses with torch on random calls until Ctrl-C (calls=…, seed=0, name=… for one function)
	@$(BIN)/python -m tools.maintenance.fuzz $(if $(calls),--calls $(calls)) --seed "$(or $(seed),0)" $(if $(name),--only $(name))

elsewhere: .venv/ready ## run the snippets as on other processors, and each by plain python (takes minutes)
	@EVERYWHERE=1 $(BIN)/python -m pytest --ci tests/content/test_elsewhere.py

versions: .venv/ready ## run the snippets with another torch, in an environment of its own, and record what differs (torch=2.5.1)
	@$(BIN)/python -m tools.maintenance.versions $(torch)

links: build ## list every link to another site, and the pages that have it
	@$(BIN)/python -m tools.maintenance.links site

audit: export SITE_URL :=
audit: browser tools/maintenance/audit/node_modules build ## check every page's accessibility, HTML, weight and speed (takes minutes)
	@$(BIN)/python -m tools.maintenance.audit site

bench: .venv/ready-dev ## time the site, its server, and its way to show executed examples beside others
	@$(BIN)/python -m tools.maintenance.site_times
	@$(BIN)/python -m tools.maintenance.benchmark

zensical: .venv/ready-dev ## check everything, build the site with Zensical into site.zensical/, and compare it with MkDocs'
	@$(BIN)/python -m tools.maintenance.compare_zensical

pins: ## update constraints.txt to the newest versions that requirements*.txt allow (takes minutes)
	@$(PYTHON) -m tools.maintenance.pins

clean: ## delete everything that these commands can make again
	@rm -rf .venv .venv-* site site.* .cache .pytest_cache .hypothesis .mypy_cache .ruff_cache
	@rm -rf tools/maintenance/audit/node_modules
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment that is already in .venv is used as it is.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed, this is $$($(PYTHON) --version): make PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/ready: requirements.txt constraints.txt | .venv/bin/pip
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

tools/maintenance/audit/node_modules: tools/maintenance/audit/package-lock.json
	@command -v npm >/dev/null || { echo "no npm found: the audit needs Node 20 or newer, with npm"; exit 1; }
	@cd tools/maintenance/audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
