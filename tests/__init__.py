"""Tests of the helpdesk bot."""
