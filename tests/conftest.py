"""What every test may ask for; each plugin explains its own fixtures."""

from hypothesis import settings

pytest_plugins = ("plugins.databases", "plugins.houses", "plugins.browser", "plugins.sign_on")

# No deadlines: two workers share two cores. `make fast` tries fewer examples of everything.
settings.register_profile("thorough", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=5, database=None)
settings.load_profile("thorough")
