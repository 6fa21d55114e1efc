-- What happened to the database: imports, migrations, partitions dropped.
create table monitoring.events (
    id     bigint generated always as identity primary key,
    time   timestamptz not null default now(),
    kind   text not null,
    place  text not null,
    text   text not null
);
create index events_time on monitoring.events using brin (time);
