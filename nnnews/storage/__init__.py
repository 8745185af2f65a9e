"""The store: SQLAlchemy over SQLite (WAL) or PostgreSQL. All that touches the database is in this room.

    engine = open_store(config.database_url)        a SQLite store is created and migrated by itself
    with writing(engine) as connection:             ONE transaction, all of it or nothing
        saved = store.save(connection, article)
        memory.acknowledge(connection, article.key) so an article and its address are acknowledged together
    with reading(engine) as connection:
        stored = queries.article(connection, saved.article_id)

engine    open_store(url), shared_store(url) -> Engine, upgrade_store(url) -> str      ConfigError, DatabaseVersionError
          writing(engine), reading(engine)                          a Connection in a transaction; OutputError
          shared_writer(url) -> Connection                          for `writing`, instead of the engine
store     save(connection, article, seen=None) -> Saved(outcome, article_id)
problems  record_problem(connection, Problem(key, url, site, kind, reason), seen=None), clear_problems(connection, key)
runs      start_run(connection, started) -> int, finish_run(connection, run_id, Finish(at, verdict, sites)),
          recent_runs(connection, limit=20) -> list[Run]
memory    remember(connection, found, seen) -> set[str], recall(connection, keys) -> dict[str, Known],
          pending(connection, now, site=None, owner=None) -> list[Known],
          validators(connection, url) -> request headers,
          answered(connection, key, Answer), acknowledge(connection, key), fail(connection, key, problem, at)
leases    hold, renew, release(connection, hosts, Lease(owner, now, until)); holders(connection, hosts) -> set[str];
          take(connection, found, Lease) -> set[str], free(connection, owner, site); clock(connection) -> datetime
queries   article(connection, id), article_by_key(connection, key), article_by_url(connection, url),
          articles_by_id(connection, ids), newest(connection, limit=20, facet=ALL), every(connection),
          count_articles(connection),
          count_sites(connection), open_problems(connection, site=None)
search    search(connection, words, Filter(district, since), limit=20, ranked=False) -> list[StoredArticle]
records   stamps(connection) -> Iterator[Stamp], lines(connection, ids) -> Iterator[str]      what exports are made of
former_records   changes(connection) -> list[Former], former_line(connection, number) -> str: what records were before
facets    newest(connection, Facet(kind, value), limit) -> list[int], count(connection, kind) -> dict[str, int]
archive_index   add_captures(connection, file, captures, Indexed(end, closed)), files(connection),
          keys(connection, site=None, since=None), by_key(connection, keys) -> {key: captures, newest first},
          payload(connection, url, digest), any_payload(connection, digest), after(connection, url, time)
revisions of_article(connection, id), newest(connection, limit=20), since(connection, number) -> tuple[Revision, …];
          edited(…, Change, at), withdrawn(…, at), restored(…, at)
lookup    stored_under(connection, keys) -> {key: StoredArticle}, open_kinds(connection, keys)
health    current(connection) -> tuple[Health, ...], transitions(connection, since_run) -> tuple[Transition, ...],
          settle(connection, judged)
site_days   recent(connection, since, sites=()), numbers(connection, since), keep(connection, days),
          last_successes(connection)
outbox    put(connection, letters, at), waiting(connection, subscription) -> list[Part], begin, took, refuse, tried
told      last_look, look, known, tell, starting: what a subscription was told of
sender_lock   sole_sender(engine): whether this process sends alerts
namings   naming(connection, words, ids=None) -> Iterator[Naming]
stored    what reads give back
"""

from nnnews.storage.engine import open_store, reading, shared_store, shared_writer, upgrade_store, writing

__all__ = ["open_store", "reading", "shared_store", "shared_writer", "upgrade_store", "writing"]
