-- The old end of what only ever grows, for whoever deletes it.
create index intent_by_time on intent using brin (sent_at);
create index security_event_by_time on security_event using brin (received_at);
