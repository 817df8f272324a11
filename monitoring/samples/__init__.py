"""Samples of microplastics as the public sees them."""
