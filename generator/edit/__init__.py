"""Edit: from the text of a source file to another text; what nobody changed stays as it was typed."""
