"""What admins do: roles."""
