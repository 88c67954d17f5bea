"""Twisted, small: a reactor that calls, and Deferreds that say what comes after the call.

This is this book's own re-creation of the interface, written from its documentation for what the chapters show. It follows Twisted 12, of 2012, in which
what the book names had long been settled; `await` on a Deferred is that of 16.4. It is there from the Python that was released after each part:
Twisted itself from 2.5, `inlineCallbacks`, which came with Twisted 2.5 in January 2007, from 2.7. The original lives at https://twisted.org/.
Source: https://docs.twisted.org/en/stable/
"""

__version__ = "12.0.0"
