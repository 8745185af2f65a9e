"""A site that shows its pages otherwise: where the known values stand now, and the site file that says so."""
