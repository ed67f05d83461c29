"""What every test may ask for; each plugin explains its own fixtures."""

pytest_plugins = ("plugins.databases", "plugins.houses", "plugins.browser")
