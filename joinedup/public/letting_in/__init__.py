"""Being let in once by whoever runs the server: the first steward, or one whose mail is gone."""
