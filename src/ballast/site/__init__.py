"""The site: settings, addresses, the shell, the boards and the command line."""
