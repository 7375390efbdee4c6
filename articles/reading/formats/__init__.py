"""The formats that texts come in: each becomes lines of plain text, with marks for what the format itself knows."""
