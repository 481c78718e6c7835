# Two commands do everything on a fresh machine with Python 3.11, pip and make: `make demo` and `make test`.
PYTHON ?= python3.11
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test test-browser screenshots lint types layers tests bench bench-pin lock clean

demo: $(VENV)/.installed          ## install, and read the sample that ships with the package
	@$(BIN)/python -m dragoman.demo

test: lint types layers tests     ## all checks and tests; .ci/run calls this

test-browser: $(VENV)/.tested      ## the page in Debian's Chromium, which is installed where it is missing
	@tools/chromium.sh
	$(BIN)/pytest -m browser tests/browser

screenshots: $(VENV)/.tested       ## draw the pictures of docs/page.md anew
	@tools/chromium.sh
	$(BIN)/python -m tools.screenshots

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.tested
	$(BIN)/mypy

layers: $(VENV)/.tested
	$(BIN)/lint-imports

tests: $(VENV)/.tested
	$(BIN)/pytest

bench: $(VENV)/.tested            ## F1 by kind on our own gold, speed against bare spaCy, floors checked
	$(BIN)/python -m bench

bench-pin: $(VENV)/.tested        ## raise the floors to what is reached now
	$(BIN)/python -m bench --pin

# A virtual environment made by hand is taken as it is; pip checks every hash of the lock.
$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.tested: requirements-test.lock $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@

lock:                             ## renew the lock files from pyproject.toml
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build --extra test --extra browser -o requirements-test.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache bench/out
