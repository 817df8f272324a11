"""The case collection in the public API: public cases only, private fields never."""
