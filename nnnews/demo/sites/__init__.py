"""The practice sites, one file each; `furniture` is what their pages share."""
