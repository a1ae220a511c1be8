"""`python -m karani` is the command `karani`."""

from karani.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
