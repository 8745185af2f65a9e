"""A site that shows its pages otherwise: where the known values stand now, and the site file that says so.

recall(config, site, pages) -> Past         what the archive knows (past)
mend(site, past, fetch, today) -> Repair    asks for the same addresses again; lists and layouts (repairing, lists)
propose(site, Evidence, name) -> Proposal   new layouts, tried on pages kept from them and on old ones (proposing)
derive(Task, name) -> layouts               sightings of values → selectors → trials → layouts (deriving, choosing)
rewrite · apply · run_tests                 the site file with them, as a diff or written (applying, editing)
"""
