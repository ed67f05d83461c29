"""What Ballast is measured against: the same questions asked by hand of the same city."""
