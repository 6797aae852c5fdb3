PYTHON ?= python3
VENV_PYTHON = .venv/bin/python

.PHONY: run test check screens bench peers lock

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

# Other packages' agreement statistics anew, in an environment of their own, and ours beside them.
peers:
	.venv/bin/uv run --script tests/calibration/agreement/peers.py
	$(VENV_PYTHON) -m pytest -q tests/calibration/agreement/test_peers.py

lock:
	$(VENV_PYTHON) installer/lock.py
