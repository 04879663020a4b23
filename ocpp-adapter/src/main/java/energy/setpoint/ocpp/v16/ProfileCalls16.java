package energy.setpoint.ocpp.v16;

import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.profile.Held;
import energy.setpoint.ocpp.dialect.profile.PhaseSwitch;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v16.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v16.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v16.wire.RemoteStopTransaction;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingProfileKind;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingRateUnit;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedule;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedulePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Charging profiles of OCPP 1.6 (sections 3.13 and 5.16): one period, one limit. */
final class ProfileCalls16 {

  /** The connector that stands for all of a station; a default profile there holds for each. */
  private static final int ALL_CONNECTORS = 0;

  private ProfileCalls16() {}

  static Encoding fallback(Ceiling ceiling, StationTraits traits) {
    RateLimit limit = RateLimit.of(ceiling, traits);
    ChargingProfile profile =
        profile(
            ProfilePlan.ofFallback(),
            ChargingProfilePurpose.TxDefaultProfile,
            Optional.empty(),
            limit,
            numberPhases(ceiling, limit, traits));
    return encoding(ALL_CONNECTORS, profile, limit, List.of());
  }

  /** The limit of all connectors together (section 3.13.2). */
  static Encoding stationMaximum(CapStation cap, StationTraits traits) {
    if (!traits.can(Ability.STATION_MAXIMUM)) {
      return new Encoding.Inexpressible(
          "The station takes no limit for all of its connectors together.");
    }
    RateLimit limit = RateLimit.of(cap.ceiling(), traits);
    ChargingProfile profile =
        profile(
            ProfilePlan.ofStationMaximum(cap.validity(), traits),
            ChargingProfilePurpose.ChargePointMaxProfile,
            Optional.empty(),
            limit,
            Optional.empty());
    return encoding(ALL_CONNECTORS, profile, limit, List.of());
  }

  static Encoding lease(Held held, StationTraits traits) {
    RateLimit limit = RateLimit.of(held.ceiling(), traits);
    return lease(held, limit, numberPhases(held.ceiling(), limit, traits), traits);
  }

  /** Only where {@code ConnectorSwitch3to1PhaseSupported} (section 9.4.4). */
  static Encoding switchPhases(SwitchPhases wanted, StationTraits traits) {
    Optional<String> obstacle =
        wanted.onto().isPresent()
            ? Optional.of("OCPP 1.6 cannot say which phase to use.")
            : PhaseSwitch.findObstacle(wanted, traits);
    if (obstacle.isPresent()) {
      return new Encoding.Inexpressible(obstacle.get());
    }
    PhaseSwitch phases = PhaseSwitch.of(wanted, traits);
    Held held =
        new Held(
            wanted.evse(),
            wanted.transactionId(),
            wanted.ceiling(),
            wanted.validity(),
            phases.losses());
    return lease(held, RateLimit.of(wanted.ceiling(), traits), phases.numberPhases(), traits);
  }

  private static Encoding lease(
      Held held, RateLimit limit, Optional<Integer> numberPhases, StationTraits traits) {
    Optional<Integer> transaction = findNumber(held.transactionId());
    if (transaction.isEmpty()) {
      return noNumber(held.transactionId());
    }
    ChargingProfile profile =
        profile(
            ProfilePlan.ofLease(held.evse(), held.validity(), traits),
            ChargingProfilePurpose.TxProfile,
            transaction,
            limit,
            numberPhases);
    return encoding(held.evse().number(), profile, limit, held.losses());
  }

  private static ChargingProfile profile(
      ProfilePlan plan,
      ChargingProfilePurpose purpose,
      Optional<Integer> transactionId,
      RateLimit limit,
      Optional<Integer> numberPhases) {
    var period = new ChargingSchedulePeriod(0, limit.value(), numberPhases);
    var schedule =
        new ChargingSchedule(
            limit.unit() == RateUnit.A ? ChargingRateUnit.A : ChargingRateUnit.W,
            List.of(period),
            plan.durationSeconds(),
            Optional.of(plan.start()),
            Optional.empty());
    return new ChargingProfile(
        plan.id(),
        plan.stackLevel(),
        purpose,
        ChargingProfileKind.Absolute,
        schedule,
        transactionId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Three are assumed when nothing is said (section 7.14). Watts and DC need no phases. */
  private static Optional<Integer> numberPhases(
      Ceiling ceiling, RateLimit limit, StationTraits traits) {
    boolean matters = limit.unit() == RateUnit.A && !traits.directCurrent();
    return matters ? Optional.of(ceiling.phases()).filter(phases -> phases < 3) : Optional.empty();
  }

  private static Encoding encoding(
      int connector, ChargingProfile profile, RateLimit limit, List<String> known) {
    var call =
        new OutboundCall(
            "SetChargingProfile", Payloads.write(new SetChargingProfile(connector, profile)));
    List<String> losses = new ArrayList<>(known);
    losses.addAll(limit.losses());
    return Encoding.of(call, losses, limit.mayDraw());
  }

  static Encoding clear(EvseRef evse) {
    var byId =
        new ClearChargingProfile(
            Optional.of(ProfilePlan.idOf(evse)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Encoding.Exact(
        List.of(new OutboundCall("ClearChargingProfile", Payloads.write(byId))));
  }

  static Encoding stop(StopTransaction stop) {
    return findNumber(stop.transactionId())
        .map(RemoteStopTransaction::new)
        .map(call -> new OutboundCall("RemoteStopTransaction", Payloads.write(call)))
        .<Encoding>map(call -> new Encoding.Exact(List.of(call)))
        .orElseGet(() -> noNumber(stop.transactionId()));
  }

  private static Encoding noNumber(String transactionId) {
    return new Encoding.Inexpressible(
        "Transactions of OCPP 1.6 have numbers, not '" + transactionId + "'.");
  }

  private static Optional<Integer> findNumber(String transactionId) {
    try {
      return Optional.of(Integer.valueOf(transactionId));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}
