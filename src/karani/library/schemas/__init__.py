"""JSON Schemas of the content files, made from the vocabularies, so that an editor completes and checks a pose as it is written."""

from karani.library.schemas.files import SCHEMAS, make_schema, schema_of_file

__all__ = ["SCHEMAS", "make_schema", "schema_of_file"]
