"""Lets people in and out: passwords, the lock, the second factor, single sign-on, one session an account."""
