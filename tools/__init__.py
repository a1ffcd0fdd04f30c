"""What turns snippets into transcripts and pages; nothing here is part of the site."""
