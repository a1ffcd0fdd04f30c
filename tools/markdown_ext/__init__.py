"""Markdown extensions that each work alone, in any MkDocs or Zensical project: this room imports no other."""
