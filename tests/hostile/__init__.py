"""A record in which every field in turn holds something hostile."""
