"""What alembic runs: the migrations, on the connection it was given, inside the caller's transaction."""

from alembic import context

from nnnews.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
