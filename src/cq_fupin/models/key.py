"""The Chinese key beside each English one: written once, where the field is."""


def key(chinese: str) -> dict[str, str]:
    """Return the metadata of a field: its key in Chinese documents, and its name in messages."""
    return {"zh": chinese}
