"""What a school arranges once: platforms, owners, columns and sentences of its own."""
