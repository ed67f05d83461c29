"""The policy: what a city and the state decide, in pure Python, without a framework, a database or a clock."""
