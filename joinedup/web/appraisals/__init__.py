"""An organisation's own questions before it enters a partnership: answering, seeing, finishing."""
