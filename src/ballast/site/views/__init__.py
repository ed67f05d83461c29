"""The site's own pages: boards over all rooms. A view reads the request, asks one board, and answers."""
