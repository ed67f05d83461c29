"""What every test may ask for; each plugin explains its own fixtures."""

from hypothesis import HealthCheck, settings

pytest_plugins = (
    "plugins.houses",
    "plugins.golden",
    "plugins.databases",
    "plugins.days",
    "plugins.browser",
    "plugins.sign_on",
)

# The same examples every time, however slow the machine: what has passed once cannot fail by chance. Whoever wants
# other examples runs with --hypothesis-profile=wandering. `make fast` tries fewer examples of everything.
steady = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", steady)
settings.register_profile("fast", steady, max_examples=5)
settings.register_profile("wandering", steady, derandomize=False)
settings.load_profile("thorough")
