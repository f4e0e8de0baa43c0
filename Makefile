# The daily verbs. What they do is in scripts/, so that CI, a container and a person run the same thing.
.DEFAULT_GOAL := help
.PHONY: help run setup check test build prove screens

help:     ## Show the verbs
	@grep -E '^[a-z]+: +## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+): +## /  make \1\t/' | expand -t 18

run:      ## Serve a demo county on 127.0.0.1:8080 and print its accounts
	@scripts/run

setup:    ## Install what tests need, where it is missing
	@scripts/setup test

check:    ## The quick checks: format, house rules, lints
	@scripts/check

test:     ## Set-up and everything CI runs
	@scripts/test

build:    ## Release binaries: target/release/lianxin and lianxin-drive
	@scripts/build

prove:    ## The long proofs at full count (kills, tampering, races)
	@scripts/prove

screens:  ## Take pictures of every page into target/screens/
	@scripts/screens
