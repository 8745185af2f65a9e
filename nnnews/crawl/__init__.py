"""One run: all sites in one process, counted, published, and judged."""
