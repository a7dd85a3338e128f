"""What is printed: pages on sheets of paper, as PDFs that can be read aloud."""
