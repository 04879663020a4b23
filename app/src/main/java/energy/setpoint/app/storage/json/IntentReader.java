package energy.setpoint.app.storage.json;

import static energy.setpoint.app.storage.json.IntentParts.ceilingOf;
import static energy.setpoint.app.storage.json.IntentParts.evseOf;
import static energy.setpoint.app.storage.json.IntentParts.stationOf;
import static energy.setpoint.app.storage.json.IntentParts.transactionOf;
import static energy.setpoint.app.storage.json.IntentParts.validityOf;
import static energy.setpoint.app.storage.json.IntentParts.voltageOf;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the documents that {@link IntentJson} writes. */
final class IntentReader {

  private IntentReader() {}

  static ChargingIntent read(JsonNode document) {
    String kind = document.required("kind").stringValue();
    return switch (kind) {
      case "cap-power" ->
          new CapPower(
              evseOf(document), transactionOf(document), ceilingOf(document), validityOf(document));
      case "cap-phases" -> capPhases(document);
      case "cap-station" ->
          new CapStation(stationOf(document), ceilingOf(document), validityOf(document));
      case "switch-phases" -> switchPhases(document);
      case "follow-setpoint" -> followSetpoint(document);
      case "adjust-setpoint" ->
          new AdjustSetpoint(
              evseOf(document),
              transactionOf(document),
              setpointOf(document),
              ceilingOf(document),
              validityOf(document));
      case "operate" ->
          new Operate(
              evseOf(document),
              transactionOf(document),
              OperatingModeJson.read(document.required("mode")),
              ceilingOf(document),
              validityOf(document));
      case "set-fallback" -> new SetFallback(stationOf(document), ceilingOf(document));
      case "stop-transaction" -> new StopTransaction(evseOf(document), transactionOf(document));
      case "release" -> new Release(evseOf(document));
      case "offer-priority" -> new OfferPriority(stationOf(document), ceilingOf(document));
      case "prioritize-charging" ->
          new PrioritizeCharging(
              evseOf(document),
              transactionOf(document),
              document.required("priority").booleanValue());
      case "allow-energy-transfer" -> allowEnergyTransfer(document);
      case "call-reserve" ->
          new CallReserve(
              stationOf(document),
              Document.instant(document.required("at")),
              document.required("signal").intValue());
      default -> throw new IllegalArgumentException("A stored intent is of kind '" + kind + "'.");
    };
  }

  private static CapPhases capPhases(JsonNode document) {
    return new CapPhases(
        evseOf(document),
        transactionOf(document),
        Document.list(document.required("mostMa"), each -> Current.ofMilliamps(each.longValue())),
        voltageOf(document),
        validityOf(document));
  }

  private static SwitchPhases switchPhases(JsonNode document) {
    return new SwitchPhases(
        evseOf(document),
        transactionOf(document),
        ceilingOf(document),
        Optional.ofNullable(document.get("onto")).map(JsonNode::stringValue).map(Phase::valueOf),
        validityOf(document));
  }

  /** Documents from before there were paces have none. */
  private static FollowSetpoint followSetpoint(JsonNode document) {
    return new FollowSetpoint(
        evseOf(document),
        transactionOf(document),
        setpointOf(document),
        ceilingOf(document),
        Pace.valueOf(document.path("pace").stringValue(Pace.STEADY.name())),
        validityOf(document));
  }

  private static AllowEnergyTransfer allowEnergyTransfer(JsonNode document) {
    return new AllowEnergyTransfer(
        evseOf(document),
        transactionOf(document),
        Set.copyOf(
            Document.list(
                document.required("services"), each -> EnergyService.valueOf(each.stringValue()))));
  }

  private static Setpoint setpointOf(JsonNode document) {
    return new Setpoint(new Power(document.required("setpointW").doubleValue()));
  }
}
