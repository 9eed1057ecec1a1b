"""The command line: arguments in, a call to the façade, a rendering out. No rule logic."""
