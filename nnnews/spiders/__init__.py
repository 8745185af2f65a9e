"""Request → response: the spiders, their loader and their middlewares."""
