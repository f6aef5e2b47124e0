"""Telling: reports and messages in the languages and formats of those who read them."""
