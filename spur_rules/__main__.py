"""`python -m spur_rules` is the same as `spur-rules`."""

from .cli.main import run

if __name__ == "__main__":
    run()
