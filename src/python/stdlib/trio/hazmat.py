"""What `lowlevel` was called before trio 0.15, of May 2020. Part of this book's re-creation of trio."""

from ._lowlevel import *
