"""The maintainer's kit: first contact with a site, its file, its saved pages, and the state of its selectors.

contact     explore(fetcher, url) -> Contact: what a site is, how it reads, the source of the file that would declare it
new_site    write_site(contact, shelf): that file, saved pages, drafts of their expectations
saving      save_page(shelf, site, page): one more page with its draft
check       check_pages(site, pages) -> Checked: each selector of each layout on each page
site_file   Declaration, render, load: a site file as data, as source, as the site it declares
repair/     a redesign: where the known values stand now, and the site file that says so
"""
