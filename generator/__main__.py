"""The entry point: `stdbook` and `python -m generator`; an interruption is said in one line from the first moment on."""

import sys


def main() -> int:
    """Runs the command line; returns its exit code."""
    try:
        from generator.cli import main as run

        return run()
    except KeyboardInterrupt:
        print("未完成：已中断", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
