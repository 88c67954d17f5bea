"""Protocols that others build on: part of this book's re-creation of Twisted."""
