# make run    sets up and starts the demonstration (PORT=8000)
# make test   sets up and runs every check and test (ARGS="tests/web -k sign" runs some)
# make bench  measures the app beside bare floors (ARGS="--goals 1,4 --sizes 1000")
# make test-deep, make format, make lock (ARGS=--upgrade for newer versions): see CONTRIBUTING.md
PYTHON ?= python3

.PHONY: run test test-deep bench format lock
run test test-deep bench format lock:
	@$(PYTHON) dev.py $@ $(ARGS)
