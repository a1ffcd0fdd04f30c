"""Random calls on which the NumPy losses and torch's are compared."""
