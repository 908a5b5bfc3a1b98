"""What the faces share: audiences, the clock, the page frame, forms and refusals."""
