"""The reactor, and what it speaks with: part of this book's re-creation of Twisted."""
