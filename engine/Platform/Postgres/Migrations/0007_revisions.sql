-- A tape's former states keep their rows. A stretch that is replaced gives its rows a number of their own in the column tape, from the same sequence as those of
-- tapes: who reads the tape, or a view, does not see them. since and upto are the first and the last state of the tape that have the stretch so. Without such a
-- number a stretch left its hash alone: it was never part of a former state, or that was forgotten.
alter table market.tapes add column revision integer not null default 1;
alter table market.manifest add column since integer not null default 1;
alter table market.revisions
    add column series integer unique,
    add column since  integer,
    add column upto   integer,
    add column first  bigint,
    add column last   bigint,
    add column until  bigint,
    add column gaps   bigint[],
    add column verdict jsonb;

-- Dividends and splits beside the bars. A table that was replaced stays, with the time when it was.
create table market.action_tables (
    id       integer generated always as identity primary key,
    symbol   text not null,
    source   text not null,
    written  timestamptz not null default now(),
    replaced timestamptz
);
create unique index action_tables_in_force on market.action_tables (symbol) where replaced is null;

create table market.corporate_actions (
    action_table integer not null references market.action_tables on delete cascade,
    day          date not null,
    dividend     numeric not null,
    split        numeric not null,
    capital_gain numeric not null,
    adjustment   double precision,
    primary key (action_table, day)
);

-- Who repaired what. Each line holds the hash of the one before, and the head that of the last.
create table monitoring.audit (
    symbol text not null,
    number bigint not null,
    line   text not null,
    primary key (symbol, number)
);
create table monitoring.audit_heads (
    symbol text primary key,
    number bigint not null,
    hash   text not null
);
