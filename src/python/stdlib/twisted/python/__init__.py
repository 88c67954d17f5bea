"""What the rest of Twisted stands on: part of this book's re-creation of Twisted."""
