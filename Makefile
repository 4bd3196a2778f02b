# Everything a newcomer needs; `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST_WORKERS ?= 2
TOOL_PORT ?= 8000
PLATFORM_PORT ?= 8100

.PHONY: help demo test lint format bench wheel clean

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: $(VENV)/.demo ## the tool and a demo learning platform on this machine; one address to open
	$(BIN)/groepswijzer demo --tool-port $(TOOL_PORT) --platform-port $(PLATFORM_PORT) $(if $(DATA),--data $(DATA))

test: $(VENV)/.test ## every test, also in a real browser and on a real PostgreSQL
	@config/deploy/need-chromium.sh
	$(BIN)/pytest -n $(PYTEST_WORKERS) --dist loadgroup

lint: $(VENV)/.test ## style, types, who may import whom, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint templates lti_tool/demo/templates --lint --quiet

format: $(VENV)/.test ## put the code in the house style
	$(BIN)/ruff format .

bench: $(VENV)/.test ## times and memory, as ratios; never part of the tests
	$(BIN)/python -m benchmarks

wheel: $(VENV)/.test ## build dist/*.whl
	$(BIN)/python -m build --wheel

clean: ## remove the environment and what the demo keeps
	rm -rf $(VENV) .demo dist build

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed (PYTHON=... chooses one)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv is missing: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(VENV)/bin/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[demo]'
	@touch $@

$(VENV)/.test: $(VENV)/bin/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[demo,test]'
	@touch $@ $(VENV)/.demo
