"""The bilingual glossary: one lexeme for each subject, wherever and however a text names it."""
