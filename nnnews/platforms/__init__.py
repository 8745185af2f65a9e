"""What several sites share: one file a publishing system; `base.py` says what a site may declare."""
