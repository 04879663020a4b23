package energy.setpoint.app.storage.json;

import static energy.setpoint.app.storage.json.IntentParts.ceiling;
import static energy.setpoint.app.storage.json.IntentParts.ofEvse;
import static energy.setpoint.app.storage.json.IntentParts.ofLease;
import static energy.setpoint.app.storage.json.IntentParts.ofStation;
import static energy.setpoint.app.storage.json.IntentParts.ofTransaction;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import tools.jackson.databind.node.ObjectNode;

/** Intents as documents; what they say is read by {@link IntentReader}. */
public final class IntentJson {

  static final int VERSION = 1;

  private IntentJson() {}

  /** The name of an intent's kind, as stored. */
  public static String kind(ChargingIntent intent) {
    return switch (intent) {
      case CapPower _ -> "cap-power";
      case CapPhases _ -> "cap-phases";
      case CapStation _ -> "cap-station";
      case SwitchPhases _ -> "switch-phases";
      case FollowSetpoint _ -> "follow-setpoint";
      case AdjustSetpoint _ -> "adjust-setpoint";
      case Operate _ -> "operate";
      case SetFallback _ -> "set-fallback";
      case Release _ -> "release";
      case StopTransaction _ -> "stop-transaction";
      case OfferPriority _ -> "offer-priority";
      case PrioritizeCharging _ -> "prioritize-charging";
      case AllowEnergyTransfer _ -> "allow-energy-transfer";
      case CallReserve _ -> "call-reserve";
      case RequestedIntent _ -> throw neverStored(intent);
    };
  }

  public static String write(ChargingIntent intent) {
    return Document.text(document(intent));
  }

  private static ObjectNode document(ChargingIntent intent) {
    return switch (intent) {
      case CapPower it ->
          ofLease(it, it.evse(), it.transactionId()).set("ceiling", ceiling(it.ceiling()));
      case CapPhases it -> capPhases(it);
      case CapStation it -> ofLease(it).set("ceiling", ceiling(it.ceiling()));
      case SwitchPhases it -> switchPhases(it);
      case FollowSetpoint it ->
          ofLease(it, it.evse(), it.transactionId())
              .put("setpointW", it.setpoint().power().watts())
              .put("pace", it.pace().name())
              .set("ceiling", ceiling(it.ceiling()));
      case AdjustSetpoint it ->
          ofLease(it, it.evse(), it.transactionId())
              .put("setpointW", it.setpoint().power().watts())
              .set("ceiling", ceiling(it.ceiling()));
      case Operate it ->
          ofLease(it, it.evse(), it.transactionId())
              .set("mode", OperatingModeJson.write(it.mode()))
              .set("ceiling", ceiling(it.ceiling()));
      case SetFallback it -> ofStation(it).set("ceiling", ceiling(it.ceiling()));
      case Release it -> ofEvse(it, it.evse());
      case StopTransaction it -> ofTransaction(it, it.evse(), it.transactionId());
      case OfferPriority it -> ofStation(it).set("ceiling", ceiling(it.ceiling()));
      case PrioritizeCharging it ->
          ofTransaction(it, it.evse(), it.transactionId()).put("priority", it.priority());
      case AllowEnergyTransfer it -> allowEnergyTransfer(it);
      case CallReserve it -> ofStation(it).put("at", it.at().toString()).put("signal", it.signal());
      case RequestedIntent it -> throw neverStored(it);
    };
  }

  private static ObjectNode capPhases(CapPhases cap) {
    ObjectNode document =
        ofLease(cap, cap.evse(), cap.transactionId()).put("voltageV", cap.voltage().volts());
    var most = document.putArray("mostMa");
    cap.most().forEach(current -> most.add(current.milliamps()));
    return document;
  }

  private static ObjectNode switchPhases(SwitchPhases it) {
    ObjectNode document =
        ofLease(it, it.evse(), it.transactionId()).set("ceiling", ceiling(it.ceiling()));
    it.onto().ifPresent(phase -> document.put("onto", phase.name()));
    return document;
  }

  private static ObjectNode allowEnergyTransfer(AllowEnergyTransfer it) {
    ObjectNode document = ofTransaction(it, it.evse(), it.transactionId());
    var services = document.putArray("services");
    it.services().stream().sorted().forEach(service -> services.add(service.name()));
    return document;
  }

  private static IllegalArgumentException neverStored(ChargingIntent intent) {
    return new IllegalArgumentException(
        "The station keeps this itself, so it is not stored: " + intent);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static ChargingIntent read(String text) {
    return Document.read("intent", VERSION, text, IntentReader::read);
  }
}
