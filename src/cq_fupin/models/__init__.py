"""Models: frozen values of the guideline and of help plans, without input or output."""
