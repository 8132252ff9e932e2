"""Where somebody is in a plan, for everybody who answers meanwhile."""
