-- Searches and studies: sweeps, walk-forwards, stress tests, evolutions, each with what it tried. The document is what the verb's --json says, without the variants.
create table analytics.searches (
    id               text primary key,
    kind             text not null check (kind in ('sweep', 'walkforward', 'stress', 'evolve')),
    method           text not null,
    written          timestamptz not null default now(),
    strategy_file    text not null,
    strategy_sha256  text not null,
    engine_version   text not null,
    objective        text not null,
    seed             bigint not null,
    trials_in_family bigint not null,
    odds             text not null,
    command          text not null,
    data             jsonb not null,
    document         jsonb not null
);
create index searches_written on analytics.searches (written);

create table analytics.variants (
    search           text not null references analytics.searches on delete cascade,
    number           integer not null,
    rank             integer not null,
    key              text not null,
    settings         jsonb not null,
    state            text not null,
    reason           text,
    event_log_hash   text,
    behaviour_hash   text,
    fills            bigint not null,
    trades           bigint not null,
    equity_start     numeric not null,
    equity_end       numeric not null,
    objective        double precision,
    objective_reason text,
    figures          jsonb not null,
    primary key (search, number)
);
