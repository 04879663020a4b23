-- What energy costs on a market, by the start of each quarter of an hour, as it was told last.
create table market_price (
  source     text not null,
  starts_at  timestamptz not null,
  per_kwh    double precision not null,
  told_at    timestamptz not null,
  primary key (source, starts_at)
);
