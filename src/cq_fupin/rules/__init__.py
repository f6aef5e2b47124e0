"""Rules: what each norm asks of a plan, one module an article."""
