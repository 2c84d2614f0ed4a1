# Everything is done by dev.py with the standard library; these are its names.
PYTHON ?= python3

.PHONY: site test serve bench bench-check bench-search bench-growth bench-diff audit lock
site test serve bench bench-check bench-search bench-growth bench-diff audit lock:
	@$(PYTHON) dev.py $@
