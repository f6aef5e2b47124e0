"""``python -m cq_fupin``: the command line, where its program isn't on the path."""

from cq_fupin.cli import main

if __name__ == "__main__":
    main()
