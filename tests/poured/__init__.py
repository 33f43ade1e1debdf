"""What the tests of large lists of statements share."""
