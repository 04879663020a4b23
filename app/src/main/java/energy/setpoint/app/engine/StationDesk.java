package energy.setpoint.app.engine;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.gateway.CallReply;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import energy.setpoint.ocpp.traits.Identity;
import energy.setpoint.ocpp.traits.KnownTraits;
import energy.setpoint.ocpp.traits.Told;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;

/** What people may know of stations and ask of them. Thread-safe. */
public interface StationDesk {

  /** Empty when there is no such station. */
  Optional<Dossier> find(StationId station);

  /** Whether the site file lets people have an action sent, in whatever way they ask for it. */
  boolean allows(String action);

  /**
   * Sends a call, unless the site file or the engine forbids it.
   *
   * @return completes normally in every case
   */
  CompletionStage<CallReply> request(StationId station, String action, JsonNode payload);

  /** The last messages of a station, newest first. */
  List<ReceivedMessage> listMessages(StationId station);

  /**
   * What is known of a station.
   *
   * @param identity empty until it booted once
   * @param told empty until it was asked once
   */
  record Dossier(KnownTraits known, Optional<Identity> identity, Optional<Told> told) {}
}
