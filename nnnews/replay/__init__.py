"""The archive read again with today's layouts and rules, without network."""
