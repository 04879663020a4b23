package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.AFRRSignal;
import energy.setpoint.ocpp.v21.wire.EnergyTransferMode;
import energy.setpoint.ocpp.v21.wire.NotifyAllowedEnergyTransfer;
import energy.setpoint.ocpp.v21.wire.RequestStopTransaction;
import energy.setpoint.ocpp.v21.wire.UsePriorityCharging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Priority (K21), services of a vehicle (Q02) and the signal for a reserve (Q08) in OCPP 2.1. */
final class OtherCalls21 {

  private OtherCalls21() {}

  static Encoding offerPriority(OfferPriority offer, StationTraits traits) {
    return traits.can(Ability.PRIORITY_CHARGING)
        ? ProfileCalls21.priority(Rate.of(RateLimit.of(offer.ceiling(), traits)))
        : noPriority();
  }

  static Encoding prioritize(PrioritizeCharging wanted, StationTraits traits) {
    return traits.can(Ability.PRIORITY_CHARGING)
        ? exact(
            "UsePriorityCharging",
            new UsePriorityCharging(wanted.transactionId(), wanted.priority()))
        : noPriority();
  }

  private static Encoding noPriority() {
    return new Encoding.Inexpressible("The station knows no priority charging.");
  }

  /**
   * A station on AC offers no services on DC, nor the other way round, nor what it has not told.
   */
  static Encoding allow(AllowEnergyTransfer wanted, StationTraits traits) {
    List<EnergyTransferMode> allowed = new ArrayList<>();
    List<EnergyService> foreign = new ArrayList<>();
    for (EnergyService service : wanted.services().stream().sorted().toList()) {
      if (isOffered(service, traits)) {
        allowed.add(mode(service));
      } else {
        foreign.add(service);
      }
    }
    String who =
        traits.energyTransferModes().isEmpty()
            ? "A station on " + (traits.directCurrent() ? "DC" : "AC")
            : "The station";
    if (allowed.isEmpty()) {
      return new Encoding.Inexpressible(who + " offers none of these services.");
    }
    var call =
        call(
            "NotifyAllowedEnergyTransfer",
            new NotifyAllowedEnergyTransfer(wanted.transactionId(), allowed));
    String loss = "%s does not offer %s.".formatted(who, foreign);
    return Encoding.of(call, foreign.isEmpty() ? List.of() : List.of(loss), Optional.empty());
  }

  /** F03. */
  static Encoding stop(StopTransaction stop) {
    return exact("RequestStopTransaction", new RequestStopTransaction(stop.transactionId()));
  }

  /** Stations refuse it outside of LocalFrequency with a curve for signals (Q08.FR.11). */
  static Encoding reserve(CallReserve call, StationTraits traits) {
    return traits.can(StationTraits.OperationMode.LOCAL_FREQUENCY)
        ? exact("AFRRSignal", new AFRRSignal(call.at(), call.signal()))
        : new Encoding.Inexpressible("The station has no operation mode LocalFrequency.");
  }

  private static Encoding exact(String action, Record request) {
    return new Encoding.Exact(List.of(call(action, request)));
  }

  private static OutboundCall call(String action, Record request) {
    return new OutboundCall(action, Payloads.write(request));
  }

  /** Names are as the station spells them (V2XChargingCtrlr.SupportedEnergyTransferModes). */
  private static boolean isOffered(EnergyService service, StationTraits traits) {
    Set<String> told = traits.energyTransferModes();
    return isOffered(service, traits.directCurrent())
        && (told.isEmpty() || told.stream().anyMatch(mode(service).name()::equalsIgnoreCase));
  }

  private static boolean isOffered(EnergyService service, boolean directCurrent) {
    return switch (service) {
      case AC_SINGLE_PHASE,
          AC_TWO_PHASE,
          AC_THREE_PHASE,
          AC_BIDIRECTIONAL,
          AC_BIDIRECTIONAL_DER,
          AC_DER ->
          !directCurrent;
      case DC, DC_BIDIRECTIONAL, DC_PANTOGRAPH, DC_PANTOGRAPH_BIDIRECTIONAL -> directCurrent;
      case WIRELESS -> true;
    };
  }

  private static EnergyTransferMode mode(EnergyService service) {
    return switch (service) {
      case AC_SINGLE_PHASE -> EnergyTransferMode.AC_single_phase;
      case AC_TWO_PHASE -> EnergyTransferMode.AC_two_phase;
      case AC_THREE_PHASE -> EnergyTransferMode.AC_three_phase;
      case DC -> EnergyTransferMode.DC;
      case AC_BIDIRECTIONAL -> EnergyTransferMode.AC_BPT;
      case AC_BIDIRECTIONAL_DER -> EnergyTransferMode.AC_BPT_DER;
      case AC_DER -> EnergyTransferMode.AC_DER;
      case DC_BIDIRECTIONAL -> EnergyTransferMode.DC_BPT;
      case DC_PANTOGRAPH -> EnergyTransferMode.DC_ACDP;
      case DC_PANTOGRAPH_BIDIRECTIONAL -> EnergyTransferMode.DC_ACDP_BPT;
      case WIRELESS -> EnergyTransferMode.WPT;
    };
  }
}
