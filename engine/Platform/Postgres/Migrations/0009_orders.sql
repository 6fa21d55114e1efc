-- Sessions tell of all their orders: what was wanted, when, and where it stood at the end. One that was never filled has no price and no times of fills. Of backtests
-- only orders that were filled are here, without those.
alter table trading.orders
    alter column avg_price drop not null,
    alter column first_fill drop not null,
    alter column last_fill drop not null,
    add column status text,
    add column qty    numeric,
    add column sent   timestamptz;
