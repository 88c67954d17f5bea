"""Limits of regular expressions. Since 3.11 (before: sre_constants)."""

from _sre import MAXGROUPS, MAXREPEAT
