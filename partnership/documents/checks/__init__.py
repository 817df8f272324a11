"""What is inside an uploaded file, judged by its content.

This package runs in a process of its own (`python -m checks`, started by `inspection`), which
loads neither Django nor the rest of the portal: it imports only the standard library, Pillow and
itself, by relative names.
"""
