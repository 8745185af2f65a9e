"""Changes of the schema, numbered by hand; one that has landed is never edited."""
