"""Publish: the only writer; from pages to files, from files to a site, from aside to in place."""
