-- The most that may be taken from the grid, as it was last said; a site has one row.
create table import_limit (
  site   text primary key,
  watts  double precision not null check (watts >= 0),
  set_at timestamptz not null
);
