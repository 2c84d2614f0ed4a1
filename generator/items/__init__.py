"""Questions made from the corpus, and those written by hand, as one item bank."""
