"""Lists handed out as files, as they were narrowed on their pages."""
