"""The command line 「命令行」: ``cq-fupin``."""


def main() -> None:
    """Run the command line and end the process with its exit status."""
    import gc
    import sys

    # A run is short and makes next to no garbage: most of its time would go into looking for some.
    gc.set_threshold(100_000)
    try:
        from cq_fupin.cli.program import run

        status = run()
    except KeyboardInterrupt:
        status = 130
    gc.freeze()
    sys.exit(status)
