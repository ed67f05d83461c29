"""Works the resource cases: land quota, energy, funds and the rest that follow projects."""
