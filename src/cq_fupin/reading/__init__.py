"""Reading: source formats to help plans, and the bundled data to the guideline."""
