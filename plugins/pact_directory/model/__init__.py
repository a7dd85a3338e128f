"""What a PACT is: frozen records with English for every mistake. No files are opened here."""
