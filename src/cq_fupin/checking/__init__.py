"""Checking: rules meet a plan and make a report."""
