# Every target sets up what it needs in .venv first; `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
# Jupyter needs a home, which a user without an entry in the system's list has not.
export HOME := $(or $(HOME),$(CURDIR)/.cache)

.DEFAULT_GOAL := help
.PHONY: help serve test test-all lint browser build record words learn check
.PHONY: mutants fuzz elsewhere versions links audit bench zensical pins clean

help: ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 11

serve: .venv/ready ## serve the site at http://127.0.0.1:8000, rebuilt as you edit (PORT=8001 for another port)
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: $(if $(only),.venv/ready,browser) ## run the tests (only=temperature for the pages and scripts whose path contains that)
	@$(BIN)/python -m pytest $(if $(only),--only "$(only)")

test-all: browser ## run also the heavy tests, which continuous integration runs
	@$(BIN)/python -m pytest --ci

lint: .venv/ready-dev ## check style and types of the Python code, and the workflows
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check tools tests conftest.py
	@$(BIN)/python -m mypy
	@$(BIN)/zizmor --offline --quiet --no-progress .github/workflows

browser: .venv/ready ## find Chromium, in which tests open the pages, or install it
	@$(BIN)/python -m tools.maintenance.browser || echo 'the tests that open pages in a browser will be skipped'

build: .venv/ready ## run the scripts and build site/; what differs from the record is not published
	@$(BIN)/mkdocs build

record: .venv/ready ## run the scripts, and record what they print and what the pages say (only=…, accept=…)
	@$(BIN)/python -m tools.pages record --only "$(only)" $(if $(accept),--accept='$(accept)')

words: .venv/ready ## record the words that outputs and figures must hold, and show each change (only=…)
	@$(BIN)/python -m tests.support.words "$(only)"

learn: .venv/ready ## learn again to which sections the words of reports lead, for the box
	@$(BIN)/python -m tools.maintenance.learn

check: .venv/ready ## as record, but only compare (only=…)
	@$(BIN)/python -m tools.pages check --only "$(only)"

mutants: .venv/ready ## make one thing at a time false on a page, and count what the checks catch (n=1000, seed=0)
	@$(BIN)/python -m tools.maintenance.mutants -n "$(or $(n),1000)" --seed "$(or $(seed),0)"

fuzz: .venv/ready ## compare the NumPy losses with torch on random calls until Ctrl-C (calls=…, seed=0, name=mse_loss)
	@$(BIN)/python -m tools.maintenance.fuzz $(if $(calls),--calls $(calls)) --seed "$(or $(seed),0)" $(if $(name),--only $(name))

elsewhere: .venv/ready ## run the scripts as on other processors, and each by plain python (takes minutes)
	@EVERYWHERE=1 $(BIN)/python -m pytest --ci tests/content/test_elsewhere.py

versions: .venv/ready ## run the scripts with another torch, which it downloads, and record what differs (torch=2.5.1)
	@$(BIN)/python -m tools.maintenance.versions $(torch)

links: build ## list every link to another site
	@$(BIN)/python -m tools.maintenance.links site

audit: export SITE_URL :=
audit: browser tools/maintenance/audit/node_modules build ## measure every page: accessibility, HTML, bytes, speed (takes minutes; needs Node and Java)
	@$(BIN)/python -m tools.maintenance.audit site

bench: .venv/ready-dev ## time the build, also against other ways to show executed examples
	@$(BIN)/python -m tools.maintenance.site_times
	@$(BIN)/python -m tools.maintenance.benchmark

zensical: .venv/ready-dev ## build with Zensical into site.zensical/ too, and list what differs and why
	@$(BIN)/python -m tools.maintenance.compare_zensical

pins: ## pin the newest versions that requirements*.txt allow in constraints.txt (takes minutes)
	@$(PYTHON) -m tools.maintenance.pins

clean: ## delete everything that can be made again, .venv too
	@rm -rf .venv .venv-* site site.* .cache .pytest_cache .hypothesis .mypy_cache .ruff_cache
	@rm -rf tools/maintenance/audit/node_modules
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment that is already in .venv is used as it is.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed, this is $$($(PYTHON) --version): make PYTHON=…"; exit 1; }
	@echo 'making a virtual environment in .venv'
	@$(PYTHON) -m venv .venv

.venv/ready: requirements.txt constraints.txt | .venv/bin/pip
	@echo 'installing the packages of requirements.txt into .venv: minutes the first time'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	@echo 'installing the packages of requirements-dev.txt into .venv'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

tools/maintenance/audit/node_modules: tools/maintenance/audit/package-lock.json
	@command -v npm >/dev/null || { echo "no npm found: the audit needs Node 20 or newer, with npm"; exit 1; }
	@cd tools/maintenance/audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
