# One line for each habit; `just` lists them. Without just, copy the line.

_list:
    @just --list

# all tests, as .ci/run runs them
test *ARGS:
    uv run pytest {{ARGS}}

# linter, formatter, import contracts
lint:
    uv run ruff check && uv run ruff format --check && uv run lint-imports

# format and mend what can be mended
format:
    uv run ruff check --fix && uv run ruff format

# type checker, strict
types:
    uv run mypy

# benchmarks
bench *ARGS:
    uv run pytest tests/benchmarks --benchmark-only {{ARGS}}

# precision, recall and F1 on a folder of annotated articles
score GOLD:
    uv run quotes evaluate {{GOLD}} --errors

# the pictures of the documentation
screenshots:
    uv run python -m tui.screenshots
    uv run python docs/make_html_view.py

# the page of all commands
commands:
    uv run python docs/make_commands.py

# everything that a change has to pass, in a fresh environment
ci:
    .ci/run

# the tests on the compiled engine, those of the engine if no others are named
compiled *ARGS:
    .ci/compiled {{ARGS}}
