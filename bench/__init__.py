"""Benchmarks: what a page costs beside the stock theme. Not part of the product."""
