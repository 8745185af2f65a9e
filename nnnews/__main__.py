"""`python -m nnnews` is the command `nnnews`."""

from nnnews.cli import main

if __name__ == "__main__":
    main()
