"""The equations, compiled: plain floats and arrays, no reading of files, no people."""
