"""What a closed round found: results counted once, told in sentences, and replied to."""
