# make site: both editions into site/; make test: lint, types and all tests.
PYTHON ?= python3

.PHONY: site test vernieuw bench

site test vernieuw:
	@$(PYTHON) -m generator.bootstrap $@

bench:
	@.venv/bin/python -m tests.bench
