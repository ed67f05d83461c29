"""Questions the checks ask: raised from what is found, dropped where it is found no more, kept until settled."""
