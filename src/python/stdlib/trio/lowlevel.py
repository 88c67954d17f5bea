"""What trio itself is made of, for those who make something new to wait for. Since 0.15. Part of this book's re-creation of trio.

Source: https://trio.readthedocs.io/en/stable/reference-lowlevel.html
"""

from ._lowlevel import *
