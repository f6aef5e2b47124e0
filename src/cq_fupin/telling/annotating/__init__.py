"""Annotated copies 「批注」: what was found, as comments in the document of its author."""
