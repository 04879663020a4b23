-- Why the engine sent an intent, for people; empty for those sent before this was kept.
alter table intent add column why text not null default '';
