"""Excel: flat fields of actions, and measurements, out to a workbook and back in."""
