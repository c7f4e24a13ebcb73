"""The classes of the records, made from proto/concord/v1 at build time."""
