"""Words: the smallest values, on which every other floor rests."""
