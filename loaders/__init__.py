"""Documents in: read, transform, resolve, write."""
