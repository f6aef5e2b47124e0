"""Templates 「模板」: empty help plans to fill in, made from the one table of fields."""
