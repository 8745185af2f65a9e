"""Chinese text as text: scripts, annotations, numerals, sentences, portal furniture. Pure functions."""
