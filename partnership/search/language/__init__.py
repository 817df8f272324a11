"""What words are, in Chinese and English: pure functions that know neither database nor glossary."""
