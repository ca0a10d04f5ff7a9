"""What every fact of the demo's data files is."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Moment = Annotated[str, Field(pattern=r"^(-\d+ \d\d:\d\d|-\d+m)$")]


class Fact(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, use_enum_values=True, validate_default=True
    )
