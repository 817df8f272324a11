"""Speed, as ratios to a baseline view measured in the same run: `make bench`."""
