"""The way to becoming a family centre: steps as data, and how far a house has come."""
