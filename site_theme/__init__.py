"""The look: MkDocs overrides and assets, and the templates that write the pages."""
