"""Litter at sea and on the seabed: the form cities hand in, its checks, what the public sees of it."""
