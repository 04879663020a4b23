package energy.setpoint.app.web;

import energy.setpoint.app.config.station.CallPermission;
import energy.setpoint.app.engine.StationDesk;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.gateway.CallReply;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import energy.setpoint.ocpp.traits.Identity;
import energy.setpoint.ocpp.traits.Quirk;
import energy.setpoint.ocpp.traits.Quirks;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Told;
import energy.setpoint.ocpp.traits.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A desk at which one station has told something, and that answers as a test wants. */
final class FakeDesk implements StationDesk {

  private static final StationId TALKATIVE = new StationId("depot-16-a");

  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<ReceivedMessage> messages = new CopyOnWriteArrayList<>();
  volatile CallPermission permission = CallPermission.ALL;
  volatile CallReply reply = new CallReply.NotConnected();

  @Override
  public Optional<Dossier> find(StationId station) {
    return station.equals(TALKATIVE) ? Optional.of(dossier()) : Optional.empty();
  }

  private static Dossier dossier() {
    var siteFile = new TraitClaims.Builder().rateUnits(Set.of(RateUnit.A)).build();
    var quirk = new TraitClaims.Builder().maxStackLevel(0).build();
    var identity = new Identity("Vendor", "Model", "1.2");
    var told =
        new Told(
            "ocpp1.6",
            Optional.of(identity),
            DepotEngine.EVENING,
            true,
            List.of(Fact.of("ChargingScheduleMaxPeriods", "24")));
    var knowledge =
        new StationKnowledge(
            new Wiring(false, 2, siteFile),
            new Quirks(List.of(new Quirk("Vendor", "*", "*", quirk, "seen in a test"))),
            Dialects.bundled(),
            Optional.of(told));
    return new Dossier(knowledge.known(), knowledge.identity(), knowledge.told());
  }

  @Override
  public boolean allows(String action) {
    return permission.allows(action);
  }

  @Override
  public CompletionStage<CallReply> request(StationId station, String action, JsonNode payload) {
    requests.add(station.value() + " " + action + " " + payload);
    return CompletableFuture.completedFuture(reply);
  }

  @Override
  public List<ReceivedMessage> listMessages(StationId station) {
    return station.equals(TALKATIVE) ? messages : List.of();
  }
}
