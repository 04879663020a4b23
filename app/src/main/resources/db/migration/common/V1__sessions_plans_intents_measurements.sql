-- Energies in Wh and powers in W, load convention: positive flows from the grid to the device.

create table charging_session (
  id             text primary key,
  station        text not null,
  evse           integer not null check (evse >= 1),
  transaction_id text not null,
  id_token       text,
  started        timestamptz not null,
  ended          timestamptz,
  meter_start_wh double precision,
  delivered_wh   double precision not null,
  soc            double precision check (soc between 0 and 1),
  need           jsonb not null
);
create index charging_session_newest on charging_session (started desc, id);
create index charging_session_open on charging_session (started) where ended is null;

create table plan (
  id          text primary key,
  site        text not null,
  created_at  timestamptz not null,
  -- Orders plans as they were made, also where the site's time is a simulated one.
  seq         bigint generated always as identity,
  total_cost  double precision not null,
  shortfalls  integer not null,
  method      text not null,
  status      text not null,
  document    jsonb not null
);
create index plan_newest on plan (site, seq desc);

-- What can be held to an intent: an EVSE, or a whole station by its fallback (evse 0).
create table control_slot (
  station text not null,
  evse    integer not null check (evse >= 0),
  primary key (station, evse)
);

create table intent (
  id          uuid primary key,
  -- The order of sending; times may repeat, and jump back when a simulation starts anew.
  seq         bigint generated always as identity,
  station     text not null,
  evse        integer not null check (evse >= 0),
  kind        text not null,
  document    jsonb not null,
  sent_at     timestamptz not null,
  -- When the intent ends by itself; null when it stays.
  lease_end   timestamptz,
  state       text not null default 'SENDING'
              check (state in ('SENDING', 'ACCEPTED', 'REFUSED', 'UNANSWERED', 'NOT_SENT')),
  answered_at timestamptz,
  reason      text,
  losses      text[] not null default '{}'
);
create index intent_newest on intent (station, seq desc);
create index intent_perhaps_in_force on intent (station, evse, seq)
  where state in ('SENDING', 'ACCEPTED', 'UNANSWERED');

create table message_exchange (
  intent_id  uuid not null references intent (id) on delete cascade,
  position   integer not null,
  message_id text not null,
  action     text not null,
  -- As on the wire, which need not be JSON.
  request    text not null,
  response   text not null,
  primary key (intent_id, position)
);

create table measurement (
  source   text not null,
  quantity text not null,
  at       timestamptz not null,
  value    double precision not null,
  -- By source, quantity and time: the way it is read; also makes a repeated write harmless.
  primary key (source, quantity, at)
);
create index measurement_by_time on measurement using brin (at);

-- Handed out in blocks: a value v stands for the ids v to v + 99.
create sequence transaction_id_block as integer increment by 100 start with 1
  maxvalue 2147483501 no cycle;
