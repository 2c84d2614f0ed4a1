"""Chinese and English text: quantities, numbering, scripts. Knows no standard and no YAML."""
