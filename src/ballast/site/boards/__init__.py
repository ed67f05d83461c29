"""Boards: what the site's pages show, put together from the rooms' questions. A board decides nothing."""
