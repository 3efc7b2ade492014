"""Edit: from the text of a source file to another; what nobody changed stays as it was typed."""
