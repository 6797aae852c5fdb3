PYTHON ?= python3
VENV_PYTHON = .venv/bin/python

.PHONY: run test check screens bench lock

run:
	$(PYTHON) installer/run.py

test:
	$(PYTHON) installer/test.py

check:
	$(PYTHON) installer/check.py

screens:
	$(PYTHON) installer/run.py --headless --out out

bench:
	$(PYTHON) installer/check.py >/dev/null
	$(VENV_PYTHON) -m benchmarks

lock:
	$(VENV_PYTHON) installer/lock.py
