"""`python -m suivi.cli`: the same as the command `suivi`."""

from suivi.cli.main import main

if __name__ == "__main__":
    main()
