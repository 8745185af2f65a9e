"""The maintainer's kit: first contact with a site, its file, its saved pages, and the state of its selectors.

explore(config, url) -> Contact             what a site is and which file would declare it (contact)
Declaration                                 what a site file declares; render() writes it (site_file)
new_site(contact, root) · save(page, …)     the file, saved pages, drafts of their expectations (new_site, saving)
check_saved · check_live                    each selector of each layout on each page (check)
"""
