# `make help` lists the targets. PYTHON may name another interpreter (3.11 to 3.13), VENV a folder for it.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
KILLS ?= 40
WORKERS ?= 2
LIFES ?= 200

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench crash machine format lock

help: ## Diese Liste
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/run ## Umgebung zum Betreiben anlegen (.venv)

$(VENV)/run: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	@touch $@ $(VENV)/run

run: setup ## Starten: Telegram, wenn TELEGRAM_TOKEN gesetzt ist, sonst im Terminal
	@$(BIN)/python -m bot

test: $(VENV)/dev ## Alle Tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: $(VENV)/dev ## Form, Regeln, Typen, Importe, Katalog, Fahrplan, Migrationen
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m bot corpus check
	@$(BIN)/python -m bot guide check
	@$(BIN)/python -m bot db check

bench: $(VENV)/dev ## Messen (bench/)
	@$(BIN)/python -m bench.match

crash: $(VENV)/dev ## Langer Absturztest: make crash KILLS=200
	@KILLS=$(KILLS) PAIRS=all $(BIN)/python -m pytest tests/crash -s

machine: $(VENV)/dev ## Viele zufällige Leben von Anfragen: make machine LIFES=2000
	@LIFES=$(LIFES) $(BIN)/python -m pytest tests/desk_machine/test_life.py -s

format: $(VENV)/dev ## Quelltext in Form bringen
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lock: $(VENV)/dev ## requirements*.txt aus pyproject.toml neu schreiben
	@$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra aiogram --extra postgres --extra semantic -o requirements.txt pyproject.toml
	@$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --allow-unsafe --extra aiogram --extra postgres --extra semantic --extra huggingface --extra ptb --extra bench --extra dev -o requirements-dev.txt pyproject.toml
