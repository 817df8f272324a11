"""Word files of two columns, written and read as what they are: XML in an archive."""
