"""The example class of the demo, put in by the tool's own verbs."""
