"""Response → WARC → Page: every answer as it came, in rotating .warc.gz files, and an index of them in the store."""
