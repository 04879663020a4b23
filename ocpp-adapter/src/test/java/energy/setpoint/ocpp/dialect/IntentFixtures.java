package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
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
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every intent, with what matters in it: three phases of 230 V, a lease of two minutes. */
public final class IntentFixtures {

  static final Voltage VOLTS = Voltage.ofVolts(230);
  static final Interval LEASE = Interval.of(FakeStation.NOON, Duration.ofMinutes(2));

  private static final EvseRef EVSE = FakeStation.evse(1);
  private static final String TX = "701";

  private IntentFixtures() {}

  public static Map<String, ChargingIntent> all() {
    Map<String, ChargingIntent> intents = new LinkedHashMap<>();
    intents.put("SetFallback 6 A", new SetFallback(FakeStation.ID, ceiling(6, 3)));
    intents.put("CapStation 20 A", new CapStation(FakeStation.ID, ceiling(20, 3), LEASE));
    intents.put("CapPower 16 A", new CapPower(EVSE, TX, ceiling(16, 3), LEASE));
    intents.put("CapPower 0 A", new CapPower(EVSE, TX, ceiling(0, 3), LEASE));
    intents.put("CapPhases 16/10/8 A", capPhases(16, 10, 8));
    intents.put("SwitchPhases to 1", switchPhases(1, Optional.empty()));
    intents.put("SwitchPhases to L2", switchPhases(1, Optional.of(Phase.L2)));
    intents.put("SwitchPhases to 3", switchPhases(3, Optional.empty()));
    intents.put("FollowSetpoint 7000 W", follow(7000, 10.145, Pace.STEADY));
    intents.put("FollowSetpoint -5000 W", follow(-5000, 0, Pace.STEADY));
    intents.put("FollowSetpoint -5000 W, fast", follow(-5000, 0, Pace.FAST));
    intents.put("AdjustSetpoint 0 W", adjust(0, 0));
    modes().forEach((name, mode) -> intents.put("Operate " + name, operate(mode)));
    intents.put("Release", new Release(EVSE));
    intents.put("StopTransaction", new StopTransaction(EVSE, TX));
    intents.put("OfferPriority 32 A", new OfferPriority(FakeStation.ID, ceiling(32, 3)));
    intents.put("PrioritizeCharging", new PrioritizeCharging(EVSE, TX, true));
    intents.put(
        "AllowEnergyTransfer",
        new AllowEnergyTransfer(
            EVSE, TX, Set.of(EnergyService.AC_BIDIRECTIONAL, EnergyService.DC_BIDIRECTIONAL)));
    intents.put("CallReserve", new CallReserve(FakeStation.ID, FakeStation.NOON, 1));
    return intents;
  }

  /** With what somebody outside of the loop may ask for. */
  static Map<String, ChargingIntent> everything() {
    Map<String, ChargingIntent> intents = all();
    intents.putAll(RequestedIntents.all());
    return intents;
  }

  private static Map<String, OperatingMode> modes() {
    Power floor = Power.ofWatts(-9000);
    Map<String, OperatingMode> modes = new LinkedHashMap<>();
    modes.put("ExternalSetpoint", new OperatingMode.ExternalSetpoint(floor));
    modes.put("ExternalLimits", new OperatingMode.ExternalLimits(floor));
    modes.put("LocalLoadBalancing", new OperatingMode.LocalLoadBalancing(floor));
    modes.put("CentralFrequency", new OperatingMode.CentralFrequency(Power.ofWatts(-3000)));
    modes.put("LocalFrequency", localFrequency());
    modes.put("Idle", new OperatingMode.Idle(true, true));
    return modes;
  }

  /** The response asks for more than one phase may carry, but not for more than three may. */
  static OperatingMode.LocalFrequency localFrequency() {
    return new OperatingMode.LocalFrequency(
        Power.ofWatts(1000),
        curve(49.8, -8000, 50, 0, 50.2, 6000),
        curve(-1, -2000, 0, 0, 1, 2000));
  }

  private static List<CurvePoint> curve(double... values) {
    return Stream.of(0, 2, 4)
        .map(i -> new CurvePoint(values[i], Power.ofWatts(values[i + 1])))
        .toList();
  }

  static Operate operate(OperatingMode mode) {
    return new Operate(EVSE, TX, mode, ceiling(16, 3), LEASE);
  }

  static CapPhases capPhases(double... amps) {
    List<Current> most = Arrays.stream(amps).mapToObj(Current::ofAmps).toList();
    return new CapPhases(EVSE, TX, most, VOLTS, LEASE);
  }

  static SwitchPhases switchPhases(int phases, Optional<Phase> onto) {
    return new SwitchPhases(EVSE, TX, ceiling(16, phases), onto, LEASE);
  }

  static FollowSetpoint follow(double watts, double amps, Pace pace) {
    return new FollowSetpoint(
        EVSE, TX, new Setpoint(Power.ofWatts(watts)), ceiling(amps, 3), pace, LEASE);
  }

  static AdjustSetpoint adjust(double watts, double amps) {
    return new AdjustSetpoint(
        EVSE, TX, new Setpoint(Power.ofWatts(watts)), ceiling(amps, 3), LEASE);
  }

  static Ceiling ceiling(double amps, int phases) {
    return new Ceiling(Current.ofAmps(amps), phases, VOLTS);
  }
}
