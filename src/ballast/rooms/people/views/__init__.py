"""The pages of offices and people: who holds what, accounts, appointments, delegations."""
