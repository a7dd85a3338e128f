"""The built site as a browser, a keyboard and a slow line find it, a few pages of every kind."""
