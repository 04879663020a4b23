package energy.setpoint.core.port;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.util.concurrent.CompletionStage;

/** The charging stations of a site, whatever version of OCPP each speaks. */
public interface ChargerGateway {

  /**
   * Sends what it takes to carry out an intent. Intents to one station are sent in the order of the
   * calls.
   *
   * @return completes normally in every case, on any thread
   */
  CompletionStage<IntentOutcome> send(ChargingIntent intent);

  boolean isConnected(StationId station);

  /**
   * Asks a station what it holds an EVSE to. The question may overtake intents that have not been
   * answered yet.
   *
   * @return completes normally in every case, on any thread
   */
  CompletionStage<ScheduleAnswer> askSchedule(ScheduleQuestion question);

  /**
   * Asks a station which profiles it holds, if it can be asked and was not just now; what is found
   * arrives as an event.
   */
  default void reviewProfiles(StationId station) {}

  /** How often the setpoint of a bidirectional EVSE of a station may be moved. */
  Pace pace(StationId station);

  /** Tells of a transaction that was running before the engine was restarted. */
  void resumeTransaction(EvseRef evse, String transactionId);
}
