"""Write the schemas that come with Karani anew: `python -m karani.library.schemas`."""

from karani.library import read_library
from karani.library.schemas.files import SHIPPED, write_schemas

write_schemas(read_library(), SHIPPED)
