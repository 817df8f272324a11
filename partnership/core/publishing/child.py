"""The process that runs Typst once: a job as JSON comes in, a PDF goes out."""

import json
import sys

import typst


def main() -> int:
    job = json.load(sys.stdin)
    try:
        pdf = typst.compile(
            job["input"],
            root=job["root"],
            font_paths=job["font_paths"],
            ignore_system_fonts=True,
            sys_inputs=job["sys_inputs"],
            timestamp=job["timestamp"],
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        sys.stderr.write(error.message)
        return 1
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
