"""What kind of message it is, before anything is looked up."""
