"""The advisors' side of a ticket: taking, answering, closing, the queue."""
