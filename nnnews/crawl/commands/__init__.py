"""Scrapy's commands as we want them. COMMANDS_MODULE."""
