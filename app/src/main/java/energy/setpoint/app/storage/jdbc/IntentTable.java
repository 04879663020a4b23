package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.json.IntentJson;
import energy.setpoint.app.storage.query.IntentRecord.State;
import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.MessageExchange;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of intents and of the messages that carried them.
 *
 * <p>Order is the order of {@link #sending}, not of times: a simulation may start anew at an
 * earlier time. Every call may be repeated without harm.
 */
public final class IntentTable implements IntentLog {

  private static final Logger log = LoggerFactory.getLogger(IntentTable.class);

  /** Stands for the whole station, whose EVSEs are counted from 1. */
  private static final int WHOLE_STATION = 0;

  /** More EVSEs than any station has. */
  private static final int LANE = 1_000_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public IntentTable(DataSource dataSource) {
    template = new JdbcTemplate(dataSource);
    jdbc = JdbcClient.create(template);
  }

  @Override
  public void sending(UUID id, ChargingIntent intent, String why, Instant at) {
    jdbc.sql(
            """
            with slot as (
              insert into control_slot (station, evse) values (:station, :evse)
              on conflict do nothing)
            insert into intent (id, station, evse, kind, document, why, sent_at, lease_end)
            values
              (:id, :station, :evse, :kind, cast(:document as jsonb), :why, :at, :leaseEnd)
            on conflict (id) do nothing
            """)
        .param("id", id)
        .param("station", intent.station().value())
        .param("evse", slot(intent))
        .param("kind", IntentJson.kind(intent))
        .param("document", IntentJson.write(intent))
        .param("why", Columns.text(why))
        .param("at", Columns.time(at))
        .param("leaseEnd", Columns.time(leaseEnd(intent)), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  @Override
  public void answered(UUID id, IntentOutcome outcome, Instant at) {
    int known =
        jdbc.sql(
                """
                update intent
                set state = :state, answered_at = :at, reason = :reason, losses = :losses
                where id = :id
                """)
            .param("id", id)
            .param("state", state(outcome).name())
            .param("at", Columns.time(at))
            .param("reason", reason(outcome).map(Columns::text).orElse(null), Types.VARCHAR)
            .param("losses", losses(outcome), Types.ARRAY)
            .update();
    if (known == 0) {
      log.warn("Intent {} was answered but never logged as sent; the answer is not kept.", id);
      return;
    }
    saveExchanges(id, outcome.exchanges());
  }

  private void saveExchanges(UUID intent, List<MessageExchange> exchanges) {
    for (int position = 0; position < exchanges.size(); position++) {
      MessageExchange exchange = exchanges.get(position);
      template.update(
          """
          insert into message_exchange (intent_id, position, message_id, action, request, response)
          values (?, ?, ?, ?, ?, ?)
          on conflict (intent_id, position) do update
          set message_id = excluded.message_id, action = excluded.action,
              request = excluded.request, response = excluded.response
          """,
          intent,
          position,
          Columns.text(exchange.id()),
          Columns.text(exchange.action()),
          Columns.text(exchange.request()),
          Columns.text(exchange.response()));
    }
  }

  /**
   * Refused and unsent intents were never in force. An unanswered one is left out when its lease
   * had ended a day before the newest intent to the same slot was sent: a station that never
   * answers would otherwise fill the list with what is long over.
   */
  @Override
  public List<LoggedIntent> listPossiblyInForce() {
    return jdbc.sql(
            """
            select i.document, i.sent_at, i.state
            from control_slot s
            left join lateral (
              select a.seq from intent a
              where a.station = s.station and a.evse = s.evse and a.state = 'ACCEPTED'
              order by a.seq desc limit 1) accepted on true
            left join lateral (
              select n.sent_at from intent n
              where n.station = s.station and n.evse = s.evse
                and n.state in ('SENDING', 'ACCEPTED', 'UNANSWERED')
              order by n.seq desc limit 1) newest on true
            join intent i
              on i.station = s.station and i.evse = s.evse
             and i.state in ('SENDING', 'ACCEPTED', 'UNANSWERED')
             and i.seq >= coalesce(accepted.seq, 0)
             and (i.state = 'ACCEPTED' or i.lease_end is null
                  or i.lease_end > newest.sent_at - interval '1 day')
            order by i.seq
            """)
        .query((row, _) ->
            new LoggedIntent(
                IntentJson.read(row.getString("document")),
                Columns.instant(row, "sent_at"),
                row.getString("state").equals(State.ACCEPTED.name())))
        .list();
  }

  /**
   * Intents that replace each other share a slot. One that leaves another in force must not hide
   * it, so it has a lane of its own.
   */
  private static int slot(ChargingIntent intent) {
    return switch (intent) {
      case SetFallback _ -> WHOLE_STATION;
      case CapStation _ -> LANE;
      case OfferPriority _ -> 2 * LANE;
      case CallReserve _ -> 3 * LANE;
      case PrioritizeCharging it -> LANE + it.evse().number();
      case AllowEnergyTransfer it -> 2 * LANE + it.evse().number();
      case StopTransaction it -> 3 * LANE + it.evse().number();
      case CapPower _,
          CapPhases _,
          SwitchPhases _,
          FollowSetpoint _,
          AdjustSetpoint _,
          Operate _,
          Release _ ->
          ((EvseIntent) intent).evse().number();
      case RequestedIntent _ ->
          throw new IllegalArgumentException(
              "The station keeps this itself, so it is not stored: " + intent);
    };
  }

  private static Optional<Instant> leaseEnd(ChargingIntent intent) {
    return intent instanceof LeasedIntent leased
        ? Optional.of(leased.validity().end())
        : Optional.empty();
  }

  private static State state(IntentOutcome outcome) {
    return switch (outcome) {
      case IntentOutcome.Accepted _ -> State.ACCEPTED;
      case IntentOutcome.Refused _ -> State.REFUSED;
      case IntentOutcome.Unanswered _ -> State.UNANSWERED;
      case IntentOutcome.NotSent _ -> State.NOT_SENT;
    };
  }

  private static Optional<String> reason(IntentOutcome outcome) {
    return switch (outcome) {
      case IntentOutcome.Accepted _ -> Optional.empty();
      case IntentOutcome.Refused refused -> Optional.of(refused.reason());
      case IntentOutcome.Unanswered unanswered -> Optional.of(unanswered.reason());
      case IntentOutcome.NotSent notSent -> Optional.of(notSent.reason());
    };
  }

  private static String[] losses(IntentOutcome outcome) {
    return outcome instanceof IntentOutcome.Accepted accepted
        ? accepted.losses().stream().map(Columns::text).toArray(String[]::new)
        : new String[0];
  }
}
