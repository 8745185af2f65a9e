"""Where messages go. Who knows the address of a robot may write in its name, so nothing here ever shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nnnews.errors import ConfigError

Kind = Literal["wecom", "dingtalk", "feishu", "apprise"]
KINDS: tuple[Kind, ...] = ("wecom", "dingtalk", "feishu", "apprise")


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that no log, error or repr shows: written in the file, or held by a variable of the environment."""

    value: str = field(default="", repr=False)
    variable: str = ""

    def reveal(self, environ: Mapping[str, str]) -> str:
        """The text; empty where none is set. Raises ConfigError for a variable that is absent or empty."""
        if self.variable and not environ.get(self.variable):
            raise ConfigError(f"alerts: the environment variable {self.variable} is not set")
        return environ[self.variable] if self.variable else self.value


@dataclass(frozen=True, slots=True)
class Channel:
    """`address` is a robot's webhook, or its key alone; for apprise one of its URLs. `secret` signs the posts.

    `base_url` stands for scheme and host of the service: a relay, a server of one's own, a test.
    """

    kind: Kind
    address: Secret
    secret: Secret = Secret()
    base_url: str = ""
