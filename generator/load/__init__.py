"""YAML files to a typed corpus; every problem on the way is a Diagnostic, never an exception."""
