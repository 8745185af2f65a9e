"""The practice portal: invented news on loopback, for the demonstration, for tests, and to look at.

Portal(seed, base)            all the sites in memory: answer(), planted(), expected(), hosts
serve(portal, port)           context manager → PracticeServer: port, url, log, faults
compare(planted, stored)      what a crawl stored against what was planted
"""

from nnnews.demo.check import Comparison, Stored, compare
from nnnews.demo.portal import BASE, Portal
from nnnews.demo.server import LoggedRequest, PracticeServer, serve
from nnnews.demo.truth import Copy, Expected, FigureTruth, Planted, Story

__all__ = [
    "BASE",
    "Comparison",
    "Copy",
    "Expected",
    "FigureTruth",
    "LoggedRequest",
    "Planted",
    "Portal",
    "PracticeServer",
    "Stored",
    "Story",
    "compare",
    "serve",
]
