"""A sample of microplastics as it is handed in: the form and its checks."""
