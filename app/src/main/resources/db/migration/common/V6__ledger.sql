-- How each EVSE obeys and what it reported to hold, which the intents alone do not tell.
create table ledger_entry (
  station  text not null,
  evse     integer not null check (evse >= 1),
  document jsonb not null,
  primary key (station, evse)
);
