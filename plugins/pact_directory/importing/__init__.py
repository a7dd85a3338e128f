"""What comes from outside, made into files of the record: postcodes and their wards, and boundaries.

Everything taken in is untrusted. What cannot be used raises `NotImportedError`, whose message is for the
person at the keyboard; what could be used, and how, is returned as a value, for the command to tell.
"""
