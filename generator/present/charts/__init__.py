"""Charts as plain Plotly figures: one room for each kind of picture."""
