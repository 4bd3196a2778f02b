"""`python -m lti_tool` is `groepswijzer`."""

from lti_tool.cli import main

if __name__ == "__main__":
    main()
