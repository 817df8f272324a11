PYTHON ?= python3
BOOTSTRAP = $(PYTHON) -m embedded.bootstrap
VENV_PYTHON = .venv/bin/python
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help run test faults drill check types project coverage bench shots looks messages permissions lock reset

help:  ## list what can be made
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run:  ## install, prepare and start everything; PORT and DATA_DIR choose where
	@exec $(BOOTSTRAP) -m embedded.supervisor --parent $$PPID

test:  ## run all tests; ARGS="tests/cases -k find" chooses, COVERAGE=file.json measures
	@$(if $(COVERAGE),mkdir -p $(dir $(COVERAGE)))
	@exec $(BOOTSTRAP) --dev $(if $(COVERAGE),-m slipcover --out $(COVERAGE)) -m pytest -n auto $(ARGS)

faults:  ## kill senders, cut the database, take the mail server away: no message may be lost
	@exec $(BOOTSTRAP) --dev -m pytest -n 0 -m faults tests/faults $(ARGS)

drill:  ## every fault against real processes, a quarter of an hour; ARGS="F4 F5", ARGS="--write"
	@exec $(BOOTSTRAP) --dev -m tests.faults.drill $(ARGS)

check:  ## style, types, templates, migrations, catalogues, data and deployment
	@$(BOOTSTRAP) --dev
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m ruff format --check .
	@git ls-files -z 'templates/*.html' | xargs -0 .venv/bin/djade --target-version 5.2 --check
	@$(MAKE) -j2 --output-sync=target types project

# Side by side, as each keeps one core busy for a minute and more.
types:
	@DATABASE_URL=postgres://nobody@127.0.0.1/none $(VENV_PYTHON) -m mypy .

project:
	@$(VENV_PYTHON) -m tests.project_checks

coverage:  ## judge what `make test COVERAGE=.cache/coverage.json` measured
	@$(VENV_PYTHON) -m tests.coverage_gate .cache/coverage.json

bench:  ## measure the pages beside a baseline view; ARGS="--rounds 5 --write"
	@$(BOOTSTRAP) --dev -m tests.bench $(ARGS)

shots:  ## take the pictures of the README again (needs Chromium)
	@$(BOOTSTRAP) --dev -m embedded.catalogues
	@$(VENV_PYTHON) -m tests.browser.shots

looks:  ## look at every public page in every look with axe (needs Chromium); ARGS="--write"
	@$(BOOTSTRAP) --dev -m embedded.catalogues
	@$(VENV_PYTHON) -m tests.browser.everywhere $(ARGS)

messages:  ## bring the message catalogues in step with the source
	@$(BOOTSTRAP) --dev manage.py update_messages

permissions:  ## write docs/permissions.md from the permission table
	@$(BOOTSTRAP) --dev -m tests.permissions

lock:  ## compile requirements*.txt from requirements*.in
	@$(BOOTSTRAP) --dev
	@$(VENV_PYTHON) -m uv pip compile -q --python-version 3.11 --no-emit-index-url requirements.in -o requirements.txt
	@$(VENV_PYTHON) -m uv pip compile -q --python-version 3.11 --no-emit-index-url -c requirements.txt requirements-dev.in -o requirements-dev.txt

reset:  ## throw the local data away (asks first; FORCE=1 does not)
	@exec $(BOOTSTRAP) -m embedded.reset
