"""The YAML, typed: frozen nodes that hold fields only, and the corpus that answers questions about them."""
