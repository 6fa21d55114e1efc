-- Runs, what they came to, and what they did. Money and quantities are exact decimals; instants count in microseconds.
create schema analytics;
create schema trading;

create table analytics.runs (
    id              text primary key,
    mode            text not null,
    created         timestamptz not null,
    strategy_file   text not null,
    strategy_sha256 text not null,
    engine_version  text not null,
    event_log_hash  text not null,
    covers_from     timestamptz not null,
    covers_to       timestamptz not null,
    currency        text not null,
    equity_start    numeric not null,
    equity_end      numeric not null,
    is_partial      boolean not null,
    command         text not null,
    parameters      jsonb not null,
    data            jsonb not null,
    document        jsonb not null
);
create index runs_created on analytics.runs (created);

create table analytics.metrics (
    run    text not null references analytics.runs on delete cascade,
    name   text not null,
    value  double precision,
    reason text,
    primary key (run, name)
);

-- A session is what traded. So far backtests are kept, each as a session of its own name.
create table trading.sessions (
    id      text primary key,
    run     text references analytics.runs on delete cascade,
    mode    text not null,
    started timestamptz not null,
    ended   timestamptz not null
);

-- Orders that were filled, put together of their fills.
create table trading.orders (
    session    text not null references trading.sessions on delete cascade,
    id         bigint not null,
    instrument text not null,
    side       text not null,
    type       text not null,
    filled_qty numeric not null,
    avg_price  numeric not null,
    first_fill timestamptz not null,
    last_fill  timestamptz not null,
    tag        text not null,
    script     bigint not null,
    primary key (session, id)
);

create table trading.fills (
    session    text not null references trading.sessions on delete cascade,
    number     integer not null,
    time       timestamptz not null,
    order_id   bigint not null,
    instrument text not null,
    side       text not null,
    type       text not null,
    qty        numeric not null,
    price      numeric not null,
    commission numeric not null,
    spread     numeric not null,
    slippage   numeric not null,
    position   numeric not null,
    equity     numeric not null,
    maker      boolean not null,
    tag        text not null,
    script     bigint not null,
    primary key (session, number)
);

create table trading.trades (
    session     text not null references trading.sessions on delete cascade,
    number      integer not null,
    instrument  text not null,
    side        text not null,
    qty         numeric not null,
    entry_time  timestamptz not null,
    entry_price numeric not null,
    exit_time   timestamptz not null,
    exit_price  numeric not null,
    pnl         numeric not null,
    exit_reason text not null,
    is_open     boolean not null,
    script      bigint not null,
    primary key (session, number)
);
