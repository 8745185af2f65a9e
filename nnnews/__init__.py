"""nnnews: crawler and monitor of local news about Nanning's people's congresses."""

__version__ = "0.1.0"
