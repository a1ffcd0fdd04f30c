"""Measures a built site as its readers get it: accessibility, markup, weight and speed."""
