"""Every command, about ten lines each; `app.py` puts them together.

running.py    crawl, and what follows it: status, runs, export, alert, serve, replay
reading.py    files and stored articles: extract, show, search, sites
kit.py        for those who keep the sites readable: probe, new-site, save-page, check, repair; demo
store.py      db upgrade, db copy
story.py      story split, story join
options.py    what several of them share
"""
