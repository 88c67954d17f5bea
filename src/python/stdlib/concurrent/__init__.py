"""The package that holds `concurrent.futures`. Since 3.2 (PEP 3148)."""
