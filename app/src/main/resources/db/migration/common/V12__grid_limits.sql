-- What the grid operator allowed and when, kept for good: the operator may ask for proof.
create table grid_limit_change (
  seq    bigint generated always as identity primary key,
  id     uuid not null unique,
  site   text not null,
  source text not null,
  flow   text not null check (flow in ('import', 'export')),
  at     timestamptz not null,
  watts  double precision check (watts >= 0), -- null: no limit any more
  why    text not null
);
create index on grid_limit_change (site, seq);
