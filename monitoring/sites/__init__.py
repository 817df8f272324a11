"""Sites and surveys as the public sees them."""
